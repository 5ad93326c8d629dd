package org.solitude.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how headers are stored and looked up. */
class HeaderTest {

    @Test
    void storedHeadersAreParsedUnchanged() {
        List<Header> headers = List.of(
                new Header("Link", "</a>; rel=\"x:y\""),
                new Header("Link", "</b>"),
                new Header("X-Empty", ""),
                new Header("X-Wörds", "müßig ☂"));
        assertThat(Header.fromBytes(Header.toBytes(headers))).isEqualTo(headers);
    }

    @Test
    void lineBreakInAValueMakesNoSecondHeader() {
        byte[] stored = Header.toBytes(List.of(new Header("X", "a\r\nSet-Cookie: b")));
        assertThat(Header.fromBytes(stored)).containsExactly(new Header("X", "a Set-Cookie: b"));
    }

    @Test
    void namesAreCaseInsensitive() {
        assertThat(Header.first(List.of(new Header("Retry-After", "5")), "retry-AFTER"))
                .isEqualTo("5");
        assertThat(Header.first(List.of(), "x")).isNull();
    }
}
