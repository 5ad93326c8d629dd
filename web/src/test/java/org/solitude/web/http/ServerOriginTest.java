package org.solitude.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which references are to this server. */
class ServerOriginTest {

    private static final ServerOrigin SERVER = new ServerOrigin(URI.create("https://pay.example/"));

    @ParameterizedTest
    @ValueSource(strings = {"/a/1/", "https://pay.example/a/1/", "HTTPS://Pay.Example:443/a/1/", "/%61/1/"})
    void pathOfThisServerIsReturned(String reference) {
        assertThat(SERVER.pathIn(reference)).isEqualTo("/a/1/");
    }

    @Test
    void serverMayHaveNameThatIsNoneInDns() {
        assertThat(new ServerOrigin(URI.create("http://pay_1:8080/")).pathIn("http://pay_1:8080/a/"))
                .isEqualTo("/a/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pay.example/a/1/",
                "https://pay.example:8443/a/1/",
                "https://pay.example.evil.example/a/1/",
                "https://user@pay.example/a/1/",
                "https://pay_example/a/1/",
                "//pay.example/a/1/",
                "https:/a/1/",
                "mailto:ada@pay.example",
                "/a/1/?b",
                "/a/1/#b",
                "https://[",
                "/a b/"
            })
    void otherReferenceIsRefused(String reference) {
        assertThatThrownBy(() -> SERVER.pathIn(reference)).isInstanceOf(IllegalArgumentException.class);
    }
}
