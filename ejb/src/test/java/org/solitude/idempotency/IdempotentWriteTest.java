package org.solitude.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.solitude.caller.Caller;
import org.solitude.task.Header;
import org.solitude.task.StoredRequest;

/** Tests what the fingerprint of a write depends on. */
class IdempotentWriteTest {

    private static final StoredRequest FIRST = request("POST", "/a/", "q=1", "text/plain", "body");

    static Stream<StoredRequest> others() {
        return Stream.of(
                request("PUT", "/a/", "q=1", "text/plain", "body"),
                request("POST", "/b/", "q=1", "text/plain", "body"),
                request("POST", "/a/", "q=2", "text/plain", "body"),
                request("POST", "/a/", null, "text/plain", "body"),
                request("POST", "/a/", "q=1", "text/html", "body"),
                request("POST", "/a/", "q=1", "text/plain", "Body"),
                request("POST", "/a/", "q=1", "text/plain", ""));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherMethodPathQueryTypeOrBodyChangesTheFingerprint(StoredRequest other) {
        assertThat(fingerprint(other)).isNotEqualTo(fingerprint(FIRST));
    }

    @Test
    void otherOriginAndHeadersDoNotChangeTheFingerprint() {
        StoredRequest again = new StoredRequest(
                "POST",
                "https://elsewhere.example",
                "/a/",
                "q=1",
                List.of(new Header("X-Trace", "2"), new Header("content-type", "text/plain")),
                FIRST.body());
        assertThat(fingerprint(again)).isEqualTo(fingerprint(FIRST));
    }

    @ParameterizedTest
    @CsvSource({"/a, text/plain", "/a/, text/plain;charset=utf-8", "/a/, 'Text/Plain ; charset=\"UTF-8\"'"})
    void trailingSlashAndMediaTypeParametersDoNotChangeTheFingerprint(String path, String type) {
        assertThat(fingerprint(request("POST", path, "q=1", type, "body"))).isEqualTo(fingerprint(FIRST));
    }

    private static String fingerprint(StoredRequest request) {
        return IdempotentWrite.of(new Caller("shop", null, Set.of()), "key", request)
                .fingerprint();
    }

    private static StoredRequest request(String method, String path, @Nullable String query, String type, String body) {
        return new StoredRequest(
                method,
                "http://localhost:8080",
                path,
                query,
                List.of(new Header("Content-Type", type)),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
