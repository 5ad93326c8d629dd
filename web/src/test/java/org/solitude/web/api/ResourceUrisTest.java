package org.solitude.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests URIs of records and the keys in them. */
class ResourceUrisTest {

    @Test
    void recordHasItsUri() {
        assertThat(ResourceUris.SELLER.of(3)).isEqualTo("/generic/seller/3/");
        assertThat(ResourceUris.BUYER.ofNullable(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/generic/seller/3/", "/generic/seller/3", "https://example.org/generic/seller/3/"})
    void keyIsReadFromAUri(String uri) {
        assertThat(ResourceUris.SELLER.keyIn(uri)).isEqualTo(3);
        assertThat(ResourceUris.SELLER.keyOrUri(uri)).isEqualTo(3);
        assertThat(ResourceUris.SELLER.keyOrUri("3")).isEqualTo(3);
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
