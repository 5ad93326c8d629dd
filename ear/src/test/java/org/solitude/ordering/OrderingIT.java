package org.solitude.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that tasks of one client and one ordering key run one at a time in the order accepted, and block no others. */
@UsesSharedServer
class OrderingIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SolitudeClient unordered = TestServer.client();
    private final String name = UUID.randomUUID().toString();
    private final SolitudeClient solitude = unordered.with("Solitude-Ordering-Key", "account " + name);
    private final String gate = "/probe/gate/" + name + "/";

    @AfterEach
    void openTheGate() {
        unordered.delete(gate);
    }

    @Test
    void tasksOfAKeyRunInOrderAcceptedWhateverTheirPriority() {
        AcceptedTask head = post(solitude.with("Solitude-Priority", "0"), gate);
        List<AcceptedTask> followers = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            followers.add(post(solitude.with("Solitude-Priority", Integer.toString(i - 1)), logPath(i)));
            expected.append(i == 1 ? "" : " ").append("+%d -%d".formatted(i, i));
        }
        assertNoneHasRun(head, followers);
        unordered.delete(gate);
        followers.get(9).awaitReplay();
        assertThat(runLog()).isEqualTo(expected.toString());
    }

    @Test
    void tasksWithoutTheKeyAreNotBlocked() {
        AcceptedTask head = post(solitude, gate);
        AcceptedTask follower = post(solitude, logPath("follower"));
        AcceptedTask free = post(unordered, logPath("free"));
        AcceptedTask otherKey = post(unordered.with("Solitude-Ordering-Key", name), logPath("key"));
        AcceptedTask otherClient =
                post(TestServer.client("other").with("Solitude-Ordering-Key", "account " + name), logPath("client"));
        assertThat(free.awaitReplay().status()).isEqualTo(200);
        assertThat(otherKey.awaitReplay().status()).isEqualTo(200);
        assertThat(otherClient.awaitReplay().status()).isEqualTo(200);
        assertNoneHasRun(head, List.of(follower));
        unordered.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
    }

    /** An error response ends a task, and so does its death; both unblock the next task. */
    @ParameterizedTest
    @ValueSource(ints = {201, 404, 500, 503})
    void anyFinalStatusUnblocksNextTask(int status) {
        AcceptedTask head = post(solitude.with("Solitude-Retries", "1"), flaky(1000, status));
        AcceptedTask follower = post(solitude, logPath("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertAfter(head, follower);
    }

    @Test
    void retriedTaskBlocksItsFollowers() {
        AcceptedTask head = post(solitude.with("Solitude-Retries", "5"), flaky(3, 503));
        AcceptedTask follower = post(solitude, logPath("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(head.askForResult().json().getInt("attempts")).isEqualTo(4);
        assertAfter(head, follower);
    }

    @Test
    void taskBeforeNotBeforeBlocksItsFollowers() {
        AcceptedTask head = post(solitude.with("Solitude-Not-Before", "2"), logPath("head"));
        AcceptedTask follower = post(solitude, logPath("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertAfter(head, follower);
    }

    @Test
    void unblockedFollowerWaitsForItsNotBefore() {
        Instant before = Instant.now();
        post(solitude, logPath("head"));
        AcceptedTask follower = post(solitude.with("Solitude-Not-Before", "2"), logPath("follower"));
        Instant started = instant(follower.awaitResult(), "started");
        assertThat(started).isAfter(before.plusMillis(1900));
        assertThat(runLog()).isEqualTo("+head -head +follower -follower");
    }

    @Test
    void cancelledFollowerIsSkipped() {
        post(solitude, gate);
        AcceptedTask cancelled = post(solitude, logPath("cancelled"));
        AcceptedTask follower = post(solitude, logPath("follower"));
        assertThat(unordered.delete(cancelled.result()).status()).isEqualTo(204);
        unordered.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(cancelled.askForReplay().status()).isEqualTo(410);
        assertThat(runLog()).isEqualTo("+follower -follower");
    }

    @Test
    void cancelledHeadUnblocksNextTask() {
        AcceptedTask head = post(solitude.with("Solitude-Not-Before", "3600"), logPath("head"));
        AcceptedTask follower = post(solitude, logPath("follower"));
        assertThat(unordered.delete(head.result()).status()).isEqualTo(204);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
    }

    @Test
    void expiredFollowerIsSkipped() {
        AcceptedTask head = post(solitude, gate);
        AcceptedTask expiring = post(solitude.with("Solitude-Expires", "1"), logPath("expiring"));
        AcceptedTask follower = post(solitude, logPath("follower"));
        await().atMost(SOON).until(() -> expiring.askForReplay().status() == 410);
        assertNoneHasRun(head, List.of(follower));
        unordered.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(runLog()).isEqualTo("+follower -follower");
    }

    @Test
    void expiredHeadUnblocksNextTask() {
        withPausedQueue(queue -> {
            AcceptedTask head = post(solitude.with("Solitude-Expires", "1"), logPath("head"));
            AcceptedTask follower = post(solitude, logPath("follower"));
            await().atMost(SOON).until(() -> head.askForReplay().status() == 410);
            queue.resume();
            assertThat(follower.awaitReplay().status()).isEqualTo(200);
            assertThat(runLog()).isEqualTo("+follower -follower");
        });
    }

    /** The dead task was accepted before the waiting tasks, so it runs before them, but not while another task runs. */
    @Test
    void redrivenDeadTaskRunsNextButNotConcurrently() {
        AcceptedTask dead = post(solitude.with("Solitude-Retries", "0"), flaky(1, 503));
        assertThat(dead.awaitReplay().status()).isEqualTo(503);
        AcceptedTask head = post(solitude, gate);
        AcceptedTask follower = post(solitude, logPath("follower"));
        assertThat(TestServer.operator()
                        .post("/operations/redrive/" + dead.uuid() + "/", "")
                        .status())
                .isEqualTo(202);
        assertNoneHasRun(head, List.of(dead, follower));
        unordered.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(dead.awaitReplay().status()).isEqualTo(201);
        assertAfter(head, dead);
        assertAfter(dead, follower);
    }

    /** A follower is dispatched only when it is unblocked, and recovery finds a head whose message was lost. */
    @Test
    void onlyHeadIsDispatchedAndLostMessageIsSentAgain() {
        withPausedQueue(queue -> {
            List<AcceptedTask> accepted = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                accepted.add(post(solitude, logPath(i)));
            }
            await("recovery has sent its queue probe")
                    .atMost(SOON)
                    .until(() -> dispatched(queue) == 1
                            && queue.messages().stream().anyMatch(message -> message.hasDefined("marker")));
            queue.removeAll();
            queue.resume();
            accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
            assertThat(runLog()).isEqualTo("+1 -1 +2 -2 +3 -3 +4 -4");
        });
    }

    /** Submission locks the key, so that two concurrent tasks cannot both become the head. */
    @Test
    void concurrentlyAcceptedTasksRunOneAtATime() {
        List<java.util.concurrent.CompletableFuture<ApiResponse>> responses = new ArrayList<>();
        SolitudeClient asynchronous = solitude.with("Solitude-Async", "yes");
        for (int i = 0; i < 60; i++) {
            responses.add(asynchronous.start("POST", logPath(i), org.solitude.testkit.client.RequestBody.json("{}")));
        }
        responses.forEach(response -> AcceptedTask.of(solitude, response.join()).awaitReplay());
        String[] runLog = runLog().split(" ");
        assertThat(runLog).hasSize(120);
        for (int i = 0; i < runLog.length; i += 2) {
            assertThat(runLog[i + 1]).isEqualTo(runLog[i].replace('+', '-'));
        }
    }

    private interface PausedQueueTest {
        void run(JmsQueue queue);
    }

    private static void withPausedQueue(PausedQueueTest test) {
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            JmsQueue queue = management.queue("DelayedRequests");
            await().atMost(SOON).until(() -> dispatched(queue) == 0 && queue.delivering() == 0);
            queue.pause();
            try {
                test.run(queue);
            } finally {
                queue.resume();
            }
        }
    }

    private static long dispatched(JmsQueue queue) {
        return queue.messages().stream()
                .filter(message -> message.hasDefined("task"))
                .count();
    }

    private void assertNoneHasRun(AcceptedTask head, List<AcceptedTask> followers) {
        assertThat(head.askForReplay().isNotRunYet()).isTrue();
        followers.forEach(follower -> {
            assertThat(follower.askForReplay().isNotRunYet()).isTrue();
            assertThat(follower.askForReplay().json().getString("state")).isEqualTo("waiting");
        });
    }

    private static void assertAfter(AcceptedTask first, AcceptedTask second) {
        assertThat(instant(second.askForResult(), "started"))
                .isAfterOrEqualTo(instant(first.askForResult(), "finished"));
    }

    private static Instant instant(ApiResponse result, String field) {
        return Instant.parse(result.json().getString(field));
    }

    private static AcceptedTask post(SolitudeClient client, String path) {
        return client.asynchronously().post(path, "{}");
    }

    private String flaky(int times, int status) {
        return "/probe/unwell/" + name + "/?times=" + times + "&status=" + status;
    }

    private String logPath(Object task) {
        return "/probe/turn/" + name + "/" + task + "/";
    }

    private String runLog() {
        return unordered.get("/probe/turn/" + name + "/").text();
    }
}
