package org.solitude.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Set;
import org.solitude.harness.TestServer;
import org.solitude.testkit.client.ApiResponse;

/** What a repeat must be like, and how often what it asked for has happened. */
final class RepeatAssertions {
    private static final Set<String> CONNECTION_HEADERS =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date");

    private RepeatAssertions() {}

    /** Status, headers and bytes. */
    static void assertSame(ApiResponse repeat, ApiResponse first) {
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(first.status());
        assertThat(comparedHeaders(repeat)).isEqualTo(comparedHeaders(first));
        assertThat(repeat.body()).isEqualTo(first.body());
    }

    /** How often the journal of this name was written, effects or not. */
    static String callCount(String journal) {
        return TestServer.client().get("/probe/journal/" + journal + "/").text();
    }

    private static HttpHeaders comparedHeaders(ApiResponse answer) {
        return HttpHeaders.of(
                answer.headers().map(), (name, value) -> !CONNECTION_HEADERS.contains(name.toLowerCase()));
    }
}
