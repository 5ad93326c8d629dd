package org.solitude.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the polling URLs of tasks that have not run and of unknown tasks. */
@UsesSharedServer
class PendingTaskIT {
    private final SolitudeClient solitude = TestServer.client();
    private final String gate = "/probe/gate/" + UUID.randomUUID() + "/";

    @AfterEach
    void openTheGate() {
        solitude.delete(gate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "replay"})
    void pendingTaskIs404WithHeaderAndState(String url) {
        var accepted = solitude.asynchronously().post(gate, "{}");
        ApiResponse response = solitude.get("/delay/" + url + "/" + accepted.uuid() + "/");
        ProblemAssertions.assertProblem(response, 404);
        assertThat(response.every("Solitude-Async")).containsExactly("no");
        assertThat(response.header("Retry-After").orElse("")).matches("\\d+");
        assertThat(response.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(response.json().getString("state")).isIn("waiting", "running");
    }

    @Test
    void endedTaskIsAnsweredWithItsResponse() {
        var accepted = solitude.asynchronously().post(gate, "{}");
        assertThat(accepted.askForReplay().isNotRunYet()).isTrue();
        solitude.delete(gate);
        ApiResponse replay = accepted.awaitReplay();
        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.text()).isEqualTo("passed");
        assertThat(replay.every("Solitude-Async")).containsExactly("yes");
        assertThat(accepted.askForResult().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "replay"})
    void unknownTaskIs404WithoutTheHeader(String url) {
        ApiResponse response = solitude.get("/delay/" + url + "/" + UUID.randomUUID() + "/");
        ProblemAssertions.assertProblem(response, 404);
        assertThat(response.header("Solitude-Async")).isEmpty();
        assertThat(response.header("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "not-a-uuid", "1-1-1-1-1", "%00", "ca8027fe-3570-4e70-8313-00e81ce8432g", "%27%20or%201=1"})
    void malformedUuidIs404(String name) {
        for (String url : new String[] {"result", "replay"}) {
            ApiResponse response = solitude.get("/delay/" + url + "/" + name + "/");
            ProblemAssertions.assertProblem(response, 404);
            assertThat(response.header("Solitude-Async")).isEmpty();
        }
    }

    /** Only the header distinguishes this response from that of a pending task. */
    @Test
    void stored404HasTheHeader() {
        ApiResponse replay = solitude.asynchronously()
                .post("/probe/failure/status/404/", "{}")
                .awaitReplay();
        assertThat(replay.status()).isEqualTo(404);
        assertThat(replay.every("Solitude-Async")).containsExactly("yes");
        assertThat(replay.text()).isEqualTo("{\"told\": 404}");
    }
}
