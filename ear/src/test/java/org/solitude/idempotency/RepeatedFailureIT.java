package org.solitude.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.idempotency.RepeatAssertions.assertSame;
import static org.solitude.idempotency.RepeatAssertions.callCount;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests repeats of failed writes: the failure is stored and not executed again, unless its status is retryable. */
@UsesSharedServer
class RepeatedFailureIT {
    private final SolitudeClient solitude = TestServer.client();
    private final String key = UUID.randomUUID().toString();
    private final SolitudeClient keyed = solitude.with("Idempotency-Key", '"' + key + '"');

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 500, 501})
    void permanentFailureIsStoredAndRepeated(int status) {
        ApiResponse first = postFlaky(status);
        assertThat(first.status()).isEqualTo(status);
        assertSame(postFlaky(status), first);
        assertThat(callCount("unwell-" + key)).isEqualTo("1");
    }

    @Test
    void repeatGets202AlsoAfterTaskHasFailed() {
        SolitudeClient asynchronous = keyed.with("Solitude-Async", "yes");
        ApiResponse first = asynchronous.post("/probe/failure/status/422/", "{}");
        assertThat(AcceptedTask.of(solitude, first).awaitReplay().status()).isEqualTo(422);
        assertSame(asynchronous.post("/probe/failure/status/422/", "{}"), first);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void retryableFailureIsNotStored(int status) {
        assertThat(postFlaky(status).status()).isEqualTo(status);
        ApiResponse second = postFlaky(status);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo("well at call 2");
        assertSame(postFlaky(status), second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "mapped", "status/409", "given-up", "stream"})
    void failedWriteHasNoEffectAndIsNotExecutedAgain(String failure) {
        ApiResponse first = keyed.post("/probe/write/" + failure + "/", "{\"uuid\": \"" + key + "\"}");
        assertThat(first.status()).as("%s", first).isGreaterThanOrEqualTo(400);
        assertSame(keyed.post("/probe/write/" + failure + "/", "{\"uuid\": \"" + key + "\"}"), first);
        assertThat(solitude.get("/generic/buyer/?uuid=" + key).json().getJsonArray("objects"))
                .isEmpty();
    }

    private ApiResponse postFlaky(int status) {
        return keyed.post("/probe/unwell/" + key + "/?times=1&status=" + status, "{}");
    }
}
