package org.solitude.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Set;
import org.solitude.harness.TestServer;
import org.solitude.testkit.client.ApiResponse;

/** Asserts that a repeat gets the first response, and counts the executions of a write. */
final class RepeatAssertions {
    private static final Set<String> CONNECTION_HEADERS =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date");

    private RepeatAssertions() {}

    /** Asserts that both responses have the same status, headers and body. */
    static void assertSame(ApiResponse repeat, ApiResponse first) {
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(first.status());
        assertThat(comparedHeaders(repeat)).isEqualTo(comparedHeaders(first));
        assertThat(repeat.body()).isEqualTo(first.body());
    }

    /** Returns how often the probe counted a call under this name, also in transactions that were rolled back. */
    static String callCount(String name) {
        return TestServer.client().get("/probe/journal/" + name + "/").text();
    }

    private static HttpHeaders comparedHeaders(ApiResponse response) {
        return HttpHeaders.of(
                response.headers().map(), (header, value) -> !CONNECTION_HEADERS.contains(header.toLowerCase()));
    }
}
