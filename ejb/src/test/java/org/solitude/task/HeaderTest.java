package org.solitude.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {

    @Test
    void headersComeBackAsTheyWereKept() {
        List<Header> headers = List.of(
                new Header("Link", "</a>; rel=\"x:y\""),
                new Header("Link", "</b>"),
                new Header("X-Empty", ""),
                new Header("X-Wörds", "müßig ☂"));
        assertThat(Header.fromBytes(Header.toBytes(headers))).isEqualTo(headers);
    }

    @Test
    void aLineBreakInAValueMakesNoSecondHeader() {
        byte[] kept = Header.toBytes(List.of(new Header("X", "a\r\nSet-Cookie: b")));
        assertThat(Header.fromBytes(kept)).containsExactly(new Header("X", "a Set-Cookie: b"));
    }

    @Test
    void aNameIsFoundWhateverItsCase() {
        assertThat(Header.first(List.of(new Header("Retry-After", "5")), "retry-AFTER"))
                .isEqualTo("5");
        assertThat(Header.first(List.of(), "x")).isNull();
    }
}
