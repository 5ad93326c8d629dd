package org.solitude.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests which responses are retried, and that a task without success becomes dead with a dead letter. */
@UsesSharedServer
class RetryIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SolitudeClient solitude = TestServer.client();
    private final String name = UUID.randomUUID().toString();

    @AfterEach
    void stopFailures() {
        solitude.delete("/probe/unwell/" + name + "/");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void retryableStatusIsRetried(int status) {
        AcceptedTask accepted = submitFailing(2, status);
        ApiResponse replay = accepted.awaitReplay();
        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.text()).isEqualTo("well at call 3");
        assertThat(accepted.askForResult().json().getInt("attempts")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 500, 501})
    void otherStatusIsNotRetried(int status) {
        AcceptedTask accepted = submitFailing(1, status);
        assertThat(accepted.awaitReplay().status()).isEqualTo(status);
        assertThat(accepted.askForResult().json().getInt("attempts")).isEqualTo(1);
        assertThat(calls()).isEqualTo("1");
    }

    /** Out of memory or a class that cannot be loaded is our fault, and may be over at the next attempt. */
    @Test
    void errorOfJvmIsRetriedAndNeverFinal500() {
        assertThat(solitude.post("/probe/failure/error/", "{}").status()).isEqualTo(503);
        AcceptedTask accepted =
                solitude.with("Solitude-Retries", "1").asynchronously().post("/probe/failure/error/", "{}");
        assertThat(accepted.awaitReplay().status()).isEqualTo(503);
        JsonObject result = accepted.askForResult().json();
        assertThat(result.getString("state")).isEqualTo("dead");
        assertThat(result.getInt("attempts")).isEqualTo(2);
    }

    @Test
    void pollBetweenAttemptsShowsRetrying() {
        AcceptedTask accepted = solitude.with("Solitude-Retries", "20")
                .asynchronously()
                .post("/probe/unwell/" + name + "/?times=1000&status=503", "{}");
        await().atMost(SOON).untilAsserted(() -> {
            ApiResponse response = accepted.askForReplay();
            assertThat(response.isNotRunYet()).as("%s", response).isTrue();
            assertThat(response.json().getString("state")).isEqualTo("retrying");
        });
        solitude.delete("/probe/unwell/" + name + "/");
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
    }

    @Test
    void taskIsDeadAfterLastAttemptWithResponseAndDeadLetter() {
        AcceptedTask accepted = submitFailing(1000, 503);
        JsonObject result = accepted.awaitResult().json();
        assertThat(result.getString("state")).isEqualTo("dead");
        assertThat(result.getBoolean("run")).isTrue();
        assertThat(result.getInt("attempts")).isEqualTo(3);
        assertThat(accepted.askForReplay().status()).isEqualTo(503);
        assertThat(accepted.askForReplay().isFinal()).isTrue();
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            JmsQueue dead = management.queue("DelayedRequestsDead");
            await().atMost(SOON).untilAsserted(() -> assertThat(dead.messages()).anySatisfy(message -> {
                assertThat(message.get("task").asString()).isEqualTo(accepted.uuid());
                assertThat(message.get("method").asString()).isEqualTo("POST");
                assertThat(message.get("path").asString()).isEqualTo("/probe/unwell/" + name + "/");
            }));
        }
    }

    /** A task that cannot be executed must end, or its client would poll forever. */
    @Test
    void taskWithoutItsRequestIsDead() {
        AcceptedTask accepted = solitude.with("Solitude-Retries", "20")
                .asynchronously()
                .post("/probe/unwell/" + name + "/?times=1000&status=503", "{}");
        await().atMost(SOON).until(() -> !calls().equals("0"));
        solitude.delete("/probe/ageing/delayed_request/" + accepted.uuid() + "/");
        JsonObject result = accepted.awaitResult().json();
        assertThat(result.getString("state")).isEqualTo("dead");
        ProblemAssertions.assertProblem(accepted.askForReplay(), 500);
        assertThat(accepted.askForReplay().json().getString("detail")).contains("lost", "before you send it again");
    }

    /** An operator can redrive a task by moving its dead letter in the admin console. */
    @Test
    void movedDeadLetterIsRedriven() {
        AcceptedTask accepted = submitFailing(4, 503);
        assertThat(accepted.awaitResult().json().getString("state")).isEqualTo("dead");
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            JmsQueue dead = management.queue("DelayedRequestsDead");
            await().atMost(SOON).until(() -> dead.waiting() > 0);
            dead.moveAllTo("DelayedRequests");
        }
        await().atMost(SOON).until(() -> accepted.askForReplay().text(), text -> text.equals("well at call 5"));
        assertThat(accepted.askForResult().json().getString("state")).isEqualTo("done");
    }

    private AcceptedTask submitFailing(int times, int status) {
        return solitude.asynchronously().post("/probe/unwell/" + name + "/?times=" + times + "&status=" + status, "{}");
    }

    private String calls() {
        return solitude.get("/probe/journal/unwell-" + name + "/").text();
    }
}
