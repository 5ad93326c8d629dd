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

/** Both poll URLs before there is a result, and where there will never be one. */
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
    void notRunYetIsA404ThatSaysSo(String url) {
        var accepted = solitude.asynchronously().post(gate, "{}");
        ApiResponse answer = solitude.get("/delay/" + url + "/" + accepted.uuid() + "/");
        ProblemAssertions.assertProblem(answer, 404);
        assertThat(answer.every("Solitude-Async")).containsExactly("no");
        assertThat(answer.header("Retry-After").orElse("")).matches("\\d+");
        assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.json().getString("state")).isIn("waiting", "running");
    }

    @Test
    void onceRunItIsReal() {
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
    void anUnknownTaskIsA404WithoutTheHeader(String url) {
        ApiResponse answer = solitude.get("/delay/" + url + "/" + UUID.randomUUID() + "/");
        ProblemAssertions.assertProblem(answer, 404);
        assertThat(answer.header("Solitude-Async")).isEmpty();
        assertThat(answer.header("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "not-a-uuid", "1-1-1-1-1", "%00", "ca8027fe-3570-4e70-8313-00e81ce8432g", "%27%20or%201=1"})
    void whatIsNoUuidIsA404(String name) {
        for (String url : new String[] {"result", "replay"}) {
            ApiResponse answer = solitude.get("/delay/" + url + "/" + name + "/");
            ProblemAssertions.assertProblem(answer, 404);
            assertThat(answer.header("Solitude-Async")).isEmpty();
        }
    }

    /** Without the header one could not tell this from a task that has not run. */
    @Test
    void aStored404IsReal() {
        ApiResponse replay = solitude.asynchronously()
                .post("/probe/failure/status/404/", "{}")
                .awaitReplay();
        assertThat(replay.status()).isEqualTo(404);
        assertThat(replay.every("Solitude-Async")).containsExactly("yes");
        assertThat(replay.text()).isEqualTo("{\"told\": 404}");
    }
}
