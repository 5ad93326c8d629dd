package org.solitude.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that operators can redrive dead tasks, one or many, and that each runs once despite concurrent redrives. */
@UsesSharedServer
class RedriveIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String REDRIVE = "/operations/redrive/";

    private final SolitudeClient solitude = TestServer.client();
    private final SolitudeClient operator = TestServer.operator();
    private final String name = UUID.randomUUID().toString();
    private final List<String> failing = new ArrayList<>();

    @AfterEach
    void stopFailures() {
        failing.forEach(each -> solitude.delete("/probe/unwell/" + each + "/"));
    }

    @Test
    void redrivenTaskRunsAgainAndHistoryShowsBothRuns() {
        AcceptedTask dead = createDeadTask(solitude, "", 1);
        ApiResponse response = operator.post(REDRIVE + dead.uuid() + "/", "");
        assertThat(response.status()).isEqualTo(202);
        assertThat(response.json().getString("result")).isEqualTo(dead.result());
        assertThat(awaitState(dead, "done").getString("content")).isEqualTo("well at call 2");
        List<JsonObject> history =
                dead.askForResult().json().getJsonArray("history").getValuesAs(JsonObject.class);
        assertThat(history)
                .extracting(attempt -> attempt.getInt("life") + " " + attempt.getString("reason"))
                .containsExactly("0 exhausted", "1 answered");
    }

    @Test
    void redriveOfTaskThatIsNotDeadIs409() {
        AcceptedTask done = solitude.asynchronously().post("/probe/echo/", "{}");
        done.awaitReplay();
        ApiResponse response = operator.post(REDRIVE + done.uuid() + "/", "");
        ProblemAssertions.assertProblem(response, 409);
        assertThat(response.json().getString("state")).isEqualTo("done");
        ProblemAssertions.assertProblem(operator.post(REDRIVE + UUID.randomUUID() + "/", ""), 404);
    }

    @Test
    void redriveByClientIs403() {
        AcceptedTask dead = createDeadTask(solitude, "", 1);
        ProblemAssertions.assertProblem(solitude.post(REDRIVE + dead.uuid() + "/", ""), 403);
        ProblemAssertions.assertProblem(solitude.post(REDRIVE, "{}"), 403);
        assertThat(dead.askForResult().json().getString("state")).isEqualTo("dead");
    }

    @Test
    void bulkRedriveSelectsByPathUpToLimit() {
        List<AcceptedTask> dead = List.of(
                createDeadTask(solitude, "a", 1), createDeadTask(solitude, "b", 1), createDeadTask(solitude, "c", 1));
        String path = "\"path\": \"/probe/unwell/" + name + "\"";
        assertThat(redrive("{" + path + ", \"limit\": 2}")).isEqualTo("2 true");
        assertThat(redrive("{" + path + ", \"limit\": 2}")).isEqualTo("1 false");
        dead.forEach(each -> awaitState(each, "done"));
        assertThat(redrive("{" + path + "}")).isEqualTo("0 false");
    }

    @Test
    void bulkRedriveSelectsByOwnerAndTimeOfDeath() {
        AcceptedTask own = createDeadTask(solitude, "mine", 1);
        AcceptedTask foreign = createDeadTask(TestServer.client("other"), "others", 1);
        String path = "\"path\": \"/probe/unwell/" + name + "\"";
        String died = own.askForResult().json().getString("finished");
        assertThat(redrive("{" + path + ", \"died_before\": \"" + died + "\"}")).isEqualTo("0 false");
        assertThat(redrive("{" + path + ", \"owner\": \"client:nobody\"}")).isEqualTo("0 false");
        assertThat(redrive("{" + path + ", \"owner\": \"client:tests\", \"died_from\": \"" + died + "\"}"))
                .isEqualTo("1 false");
        awaitState(own, "done");
        assertThat(foreign.askForResult().json().getString("state")).isEqualTo("dead");
        assertThat(redrive("{" + path + ", \"owner\": \"client:other\"}")).isEqualTo("1 false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\": 0}",
                "{\"limit\": 1001}",
                "{\"died_from\": \"yesterday\"}",
                "{\"died_before\": 1}",
                "{\"state\": \"done\"}"
            })
    void malformedBulkRedriveIs422(String body) {
        ProblemAssertions.assertProblem(operator.post(REDRIVE, body), 422);
    }

    /** The dead letter of an earlier death causes no second redrive. */
    @Test
    void messageOfEarlierDeathIsIgnored() {
        AcceptedTask dead = createDeadTask(solitude, "", 2);
        operator.post(REDRIVE + dead.uuid() + "/", "");
        await().atMost(SOON).until(() -> calls("") == 2);
        awaitState(dead, "dead");
        withDeadLetterQueue(queue -> {
            await().atMost(SOON).until(() -> countMessages(queue, dead) == 2);
            queue.moveAllTo("DelayedRequests");
        });
        assertThat(awaitState(dead, "done").getString("content")).isEqualTo("well at call 3");
        assertThat(calls("")).isEqualTo(3);
    }

    @Test
    void concurrentRedrivesRunEachTaskOnce() {
        List<AcceptedTask> dead = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            dead.add(createDeadTask(solitude, Integer.toString(i), 1));
        }
        withDeadLetterQueue(queue -> {
            await().atMost(SOON).until(() -> dead.stream().allMatch(each -> countMessages(queue, each) == 1));
            CompletableFuture<ApiResponse> bulk =
                    operator.start("POST", REDRIVE, RequestBody.json("{\"path\": \"/probe/unwell/" + name + "\"}"));
            queue.moveAllTo("DelayedRequests");
            assertThat(bulk.join().status()).isEqualTo(200);
        });
        for (int i = 0; i < 10; i++) {
            awaitState(dead.get(i), "done");
            assertThat(calls(Integer.toString(i))).isEqualTo(2);
        }
    }

    private interface QueueAction {
        void run(JmsQueue queue);
    }

    private static void withDeadLetterQueue(QueueAction action) {
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            action.run(management.queue("DelayedRequestsDead"));
        }
    }

    private static long countMessages(JmsQueue queue, AcceptedTask task) {
        return queue.messages().stream()
                .filter(message -> message.get("task").asString().equals(task.uuid()))
                .count();
    }

    /** Creates a task that is dead after its only attempt. Its resource fails {@code times} times. */
    private AcceptedTask createDeadTask(SolitudeClient client, String suffix, int times) {
        failing.add(name + suffix);
        AcceptedTask accepted = client.with("Solitude-Retries", "0")
                .asynchronously()
                .post("/probe/unwell/" + name + suffix + "/?times=" + times + "&status=503", "{}");
        accepted.awaitResult();
        return accepted;
    }

    private int calls(String suffix) {
        return Integer.parseInt(
                solitude.get("/probe/journal/unwell-" + name + suffix + "/").text());
    }

    private String redrive(String body) {
        ApiResponse response = operator.post(REDRIVE, body);
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        return response.json().getInt("redriven") + " " + response.json().getBoolean("more");
    }

    private static JsonObject awaitState(AcceptedTask task, String state) {
        return await().atMost(SOON)
                .until(
                        task::askForResult,
                        response -> response.json().getString("state").equals(state))
                .json();
    }
}
