package org.solitude.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.solitude.testkit.client.ApiResponse;

/**
 * Compares a replayed response with the synchronous one.
 *
 * <p>Ignores headers of the connection (framing, date) and the id under which an error is logged, because two failures
 * are logged with two ids. A replay of a response without an {@code ETag} has one more header, an {@code ETag}.
 */
record ResponseEquivalence(int status, Map<String, List<String>> headers, String body) {
    private static final Set<String> IGNORED_HEADERS =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date", "solitude-async");
    private static final String LOG_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** Asserts that this is the final response of a task and that it equals the synchronous one. */
    static void assertEquivalent(ApiResponse synchronous, ApiResponse replayed) {
        assertThat(replayed.header("Solitude-Async")).as("%s", replayed).contains("yes");
        assertThat(of(replayed, synchronous)).isEqualTo(of(synchronous, synchronous));
        if (synchronous.status() < 500) {
            assertThat(replayed.body()).isEqualTo(synchronous.body());
        }
    }

    private static ResponseEquivalence of(ApiResponse response, ApiResponse synchronous) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            boolean added = key.equals("etag") && synchronous.header("ETag").isEmpty();
            if (!IGNORED_HEADERS.contains(key) && !added) {
                headers.put(key, values);
            }
        });
        String body = new String(response.body(), StandardCharsets.ISO_8859_1);
        return new ResponseEquivalence(
                response.status(), headers, response.status() < 500 ? body : body.replaceAll(LOG_ID, "…"));
    }
}
