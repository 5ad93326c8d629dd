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

/** A failure is an answer like another and is not run again, unless it may pass. */
@UsesSharedServer
class RepeatedFailureIT {
    private final SolitudeClient solitude = TestServer.client();
    private final String key = UUID.randomUUID().toString();
    private final SolitudeClient keyed = solitude.with("Idempotency-Key", '"' + key + '"');

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 500, 501})
    void aFailureIsAnAnswerAsWell(int status) {
        ApiResponse first = unwell(status);
        assertThat(first.status()).isEqualTo(status);
        assertSame(unwell(status), first);
        assertThat(callCount("unwell-" + key)).isEqualTo("1");
    }

    @Test
    void everyRepeatGetsThe202AlsoAfterTheTaskHasFailed() {
        SolitudeClient delayed = keyed.with("Solitude-Async", "yes");
        ApiResponse first = delayed.post("/probe/failure/status/422/", "{}");
        assertThat(AcceptedTask.of(solitude, first).awaitReplay().status()).isEqualTo(422);
        assertSame(delayed.post("/probe/failure/status/422/", "{}"), first);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void whatMayPassIsNot(int status) {
        assertThat(unwell(status).status()).isEqualTo(status);
        ApiResponse second = unwell(status);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo("well at call 2");
        assertSame(unwell(status), second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "mapped", "status/409", "given-up", "stream"})
    void aFailureLeavesNoEffectsAndIsNotRunAgain(String what) {
        ApiResponse first = keyed.post("/probe/write/" + what + "/", "{\"uuid\": \"" + key + "\"}");
        assertThat(first.status()).as("%s", first).isGreaterThanOrEqualTo(400);
        assertSame(keyed.post("/probe/write/" + what + "/", "{\"uuid\": \"" + key + "\"}"), first);
        assertThat(solitude.get("/generic/buyer/?uuid=" + key).json().getJsonArray("objects"))
                .isEmpty();
    }

    private ApiResponse unwell(int status) {
        return keyed.post("/probe/unwell/" + key + "/?times=1&status=" + status, "{}");
    }
}
