package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths below a provider's base are allowed. */
class ProviderPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"sellers", "sellers/", "sellers/1/", "sellers/a%20b/x.y", "sellers/%C3%A4/", "sellers/a@b/"})
    void plainPathIsAccepted(String path) {
        assertThat(ProviderPath.isPlain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example/",
                "sellers//x",
                "sellers/../terms",
                "sellers/..",
                "sellers/.",
                "sellers/%2e%2e/terms",
                "sellers/%2E%2e",
                "sellers/..;a=b/terms",
                "sellers/a%2fb",
                "sellers/a%5Cb",
                "sellers/a\\b",
                "sellers/%252e%252e/",
                "sellers/%00",
                "sellers/%0d%0aX:y",
                "sellers/a b",
                "sellers/a?b",
                "sellers/a#b",
                "sellers/%zz",
                "transactions/;a",
                "transactions/%3Ba",
                "transactions/%3ba/",
                "sellers/a;b=c/",
                "http://evil.example/",
                "user@evil.example:80/%2f"
            })
    void otherPathIsRefused(String path) {
        assertThat(ProviderPath.isPlain(path)).isFalse();
    }
}
