package org.solitude.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the options of a task: when it runs, when it expires, how often it is retried, and its cancellation. */
@UsesSharedServer
class TaskOptionsIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SolitudeClient solitude = TestServer.client();
    private final String name = UUID.randomUUID().toString();

    @Test
    void runsNoEarlierThanNotBefore() {
        Instant before = Instant.now();
        AcceptedTask accepted =
                solitude.with("Solitude-Not-Before", "2").asynchronously().post("/probe/echo/", "{}");
        assertThat(accepted.askForReplay().isNotRunYet()).isTrue();
        assertThat(started(accepted.awaitResult())).isAfterOrEqualTo(before.plusMillis(1900));
    }

    @Test
    void notBeforeAcceptsAnHttpDate() {
        Instant date = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        AcceptedTask accepted = solitude.with(
                        "Solitude-Not-Before",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)))
                .asynchronously()
                .post("/probe/echo/", "{}");
        assertThat(started(accepted.awaitResult())).isAfterOrEqualTo(date.minusMillis(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "replay"})
    void expiredTaskPollsAs410(String url) {
        String key = UUID.randomUUID().toString();
        String gate = "/probe/gate/" + key + "/";
        SolitudeClient ordered = solitude.with("Solitude-Ordering-Key", key);
        ordered.asynchronously().post(gate, "{}");
        AcceptedTask expiring =
                ordered.with("Solitude-Expires", "1").asynchronously().post("/probe/journal/" + key + "/", "{}");
        String poll = "/delay/" + url + "/" + expiring.uuid() + "/";
        await().atMost(SOON).until(() -> solitude.get(poll).status() == 410);
        assertGone(solitude.get(poll), "expired");
        solitude.delete(gate);
        assertThat(solitude.get("/probe/journal/" + key + "/").text()).isEqualTo("0");
    }

    @Test
    void taskStartedBeforeExpiryRunsToItsEnd() {
        String gate = "/probe/gate/" + name + "/";
        AcceptedTask accepted =
                solitude.with("Solitude-Expires", "3600").asynchronously().post(gate, "{}");
        await().atMost(SOON)
                .until(() ->
                        solitude.get("/probe/journal/gate-" + name + "/").text().equals("1"));
        solitude.post("/probe/ageing/expiries/" + accepted.uuid() + "/?by=PT1S", "{}");
        await("the task does not expire")
                .during(Duration.ofSeconds(4))
                .atMost(SOON)
                .until(() -> accepted.askForReplay().status() == 404);
        solitude.delete(gate);
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
    }

    /** After a kill a task may have called a provider although none of its attempts has ended. */
    @Test
    void taskThatCalledProviderDoesNotExpire() {
        String gate = "/probe/gate/" + name + "/";
        String calling = "/probe/calling/" + name + "/";
        assertThat(solitude.post(calling, "{}").status()).isEqualTo(503);
        solitude.delete(calling);
        SolitudeClient ordered = solitude.with("Solitude-Ordering-Key", name);
        ordered.asynchronously().post(gate, "{}");
        AcceptedTask calledProvider =
                ordered.with("Solitude-Expires", "1").asynchronously().post(calling, "{}");
        await("the task does not expire")
                .during(Duration.ofSeconds(3))
                .atMost(SOON)
                .until(() -> calledProvider.askForReplay().status() == 404);
        solitude.delete(gate);
        assertThat(calledProvider.awaitReplay().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "replay"})
    void cancelledTaskPollsAs410(String url) {
        AcceptedTask accepted =
                solitude.with("Solitude-Not-Before", "3600").asynchronously().post("/probe/echo/", "{}");
        assertThat(solitude.delete(accepted.result()).status()).isEqualTo(204);
        assertGone(solitude.get("/delay/" + url + "/" + accepted.uuid() + "/"), "cancelled");
        ApiResponse again = solitude.delete(accepted.result());
        ProblemAssertions.assertProblem(again, 409);
        assertThat(again.json().getString("detail")).contains("cancelled already");
    }

    @Test
    void endedTaskCannotBeCancelled() {
        AcceptedTask accepted = solitude.asynchronously().post("/probe/echo/", "{}");
        accepted.awaitReplay();
        ApiResponse response = solitude.delete(accepted.result());
        ProblemAssertions.assertProblem(response, 409);
        assertThat(response.json().getString("detail")).contains("already run");
        assertThat(response.json().getString("state")).isEqualTo("done");
    }

    @Test
    void zeroRetriesMeansOneAttempt() {
        JsonObject result = runFailing("0", 1000, 503);
        assertThat(result.getString("state")).isEqualTo("dead");
        assertThat(result.getInt("attempts")).isEqualTo(1);
    }

    /** A client that asks for retries declares that its request may be repeated, so a plain 500 is retried too. */
    @Test
    void requestedRetriesInclude500() {
        JsonObject result = runFailing("3", 2, 500);
        assertThat(result.getString("state")).isEqualTo("done");
        assertThat(result.getInt("status_code")).isEqualTo(201);
        assertThat(result.getInt("attempts")).isEqualTo(3);
    }

    @Test
    void clientErrorIsNotRetriedWhateverRetriesSays() {
        JsonObject result = runFailing("5", 2, 422);
        assertThat(result.getString("state")).isEqualTo("done");
        assertThat(result.getInt("attempts")).isEqualTo(1);
    }

    /** The history shows the start, duration, status and consequence of each attempt. */
    @Test
    void historyShowsEachAttempt() {
        JsonObject result = runFailing("2", 1000, 503);
        assertThat(result.getString("state")).isEqualTo("dead");
        assertThat(result.getString("content")).isEqualTo("unwell at call 3");
        List<JsonObject> history = result.getJsonArray("history").getValuesAs(JsonObject.class);
        assertThat(history).hasSize(3);
        for (int i = 0; i < 3; i++) {
            JsonObject attempt = history.get(i);
            assertThat(attempt.getInt("number")).isEqualTo(i + 1);
            assertThat(attempt.getInt("status_code")).isEqualTo(503);
            assertThat(attempt.getInt("milliseconds")).isNotNegative();
            assertThat(attempt.getString("reason")).isEqualTo(i == 2 ? "exhausted" : "retried");
            assertThat(Instant.parse(attempt.getString("started")))
                    .isBeforeOrEqualTo(Instant.now().plusSeconds(1));
        }
    }

    private JsonObject runFailing(String retries, int times, int status) {
        return solitude.with("Solitude-Retries", retries)
                .asynchronously()
                .post("/probe/unwell/" + name + "/?times=" + times + "&status=" + status, "{}")
                .awaitResult()
                .json();
    }

    private static void assertGone(ApiResponse response, String state) {
        ProblemAssertions.assertProblem(response, 410);
        assertThat(response.every("Solitude-Async")).containsExactly("no");
        assertThat(response.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(response.json().getString("state")).isEqualTo(state);
        assertThat(response.json().getString("detail")).contains(state);
    }

    private static Instant started(ApiResponse result) {
        return Instant.parse(result.json().getString("started"));
    }
}
