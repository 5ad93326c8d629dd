package org.solitude.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.web.http.ServerOrigin;

/** Tests URIs of records and the keys in them. */
class ResourceUrisTest {

    private static final ServerOrigin SERVER = new ServerOrigin(URI.create("https://pay.example/"));

    @Test
    void recordHasItsUri() {
        assertThat(ResourceUris.SELLER.of(3)).isEqualTo("/generic/seller/3/");
        assertThat(ResourceUris.BUYER.ofNullable(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/generic/seller/3/", "/generic/seller/3", "https://pay.example/generic/seller/3/", "3"})
    void filterTakesUriOfThisServerOrKey(String text) {
        assertThat(ResourceUris.SELLER.keyOrUri(SERVER).apply(text)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://pay.example/generic/seller/3/", "x"})
    void filterTakesNothingElse(String text) {
        assertThatThrownBy(() -> ResourceUris.SELLER.keyOrUri(SERVER).apply(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/generic/seller/3/", "/generic/seller/3"})
    void keyIsReadFromAPath(String path) {
        assertThat(ResourceUris.SELLER.keyIn(path)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "/generic/buyer/3/",
                "/generic/seller/",
                "/generic/seller/x/",
                "/generic/seller/3/4/",
                "/generic/seller/-3/",
                "/generic/seller/9999999999999999999/",
                "/x/generic/seller/3/",
                "http://[",
                "mailto:ada@example.org",
                "/generic/seller/٣/"
            })
    void otherTextIsRefused(String uri) {
        assertThatThrownBy(() -> ResourceUris.SELLER.keyIn(uri)).isInstanceOf(IllegalArgumentException.class);
    }
}
