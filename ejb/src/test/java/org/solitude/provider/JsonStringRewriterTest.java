package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.validation.InvalidFieldsException;

/** Translation of URIs in JSON between a provider and us, and JSON that is refused. */
class JsonStringRewriterTest {

    private final ProviderUris uris = new ProviderUris(providerAt("https://pay.example/api/v1/"));

    static Provider providerAt(String base) {
        return new Provider(
                "reference",
                URI.create(base),
                new ProviderCredentials("Authorization", null),
                AllowedResources.of(List.of("sellers", "products")),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                2,
                4,
                20,
                Duration.ofSeconds(2),
                1_000,
                Map.of(),
                ProviderEventSecrets.of(List.of()));
    }

    @Test
    void providerUrisAreTranslatedAtAnyDepth() {
        String text = "{\"resource_uri\":\"/api/v1/sellers/1/\",\"n\":1.10,\"big\":12345678901234567890,"
                + "\"t\":true,\"z\":null,\"list\":[{\"product\":\"https://pay.example/api/v1/products/7/?a=b\"},"
                + "\"/api/v1/admin/\",\"sellers\"]}";
        assertThat(JsonStringRewriter.rewrite(text, uris::toOurs))
                .isEqualTo("{\"resource_uri\":\"/provider/reference/sellers/1/\",\"n\":1.10,"
                        + "\"big\":12345678901234567890,\"t\":true,\"z\":null,\"list\":[{\"product\":\"/provider/reference/products/7/?a=b\"},"
                        + "\"/api/v1/admin/\",\"sellers\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "/provider/reference/sellers/1/, /api/v1/sellers/1/",
        "https://ours.example/provider/reference/sellers, /api/v1/sellers",
        "/provider/other/sellers/1/, /provider/other/sellers/1/",
        "/provider/reference/admin/, /provider/reference/admin/",
        "see /provider/reference/sellers/1/, see /provider/reference/sellers/1/"
    })
    void ourUrisAreTranslated(String ourUri, String providerUri) {
        assertThat(uris.toProvider(ourUri)).isEqualTo(providerUri);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/api/v1/sellers/1/",
        "https://pay.example.evil.example/api/v1/sellers/1/",
        "/api/v2/sellers/1/",
        "/sellers/1/"
    })
    void otherUrisAreUnchanged(String uri) {
        assertThat(uris.toOurs(uri)).isEqualTo(uri);
    }

    @Test
    void duplicateKeyIsRefusedAtAnyDepth() {
        assertThatThrownBy(() -> JsonStringRewriter.rewrite("{\"a\":[{\"b\":1,\"b\":2}]}", string -> string))
                .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.byField())
                        .containsKey("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1E-99999999999999999999"})
    void hugeNumberIsRefused(String number) {
        assertThatThrownBy(() -> JsonStringRewriter.rewrite("{\"amount\":" + number + "}", string -> string))
                .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.byField())
                        .containsKey("amount"));
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> JsonStringRewriter.rewrite("{\"a\":" + "[".repeat(100_000), string -> string))
                .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.byField())
                        .containsKey("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"a\"}", "nonsense", "[1,2"})
    void invalidJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonStringRewriter.rewrite(text, string -> string))
                .isInstanceOf(JsonException.class);
    }
}
