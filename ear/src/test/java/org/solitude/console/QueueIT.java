package org.solitude.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that an operator can read and manage the queue {@code DelayedRequests} through the management interface. */
@UsesSharedServer
class QueueIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SEVERAL_RECOVERY_ROUNDS = Duration.ofSeconds(5);

    private final SolitudeClient solitude = TestServer.client();
    private final ManagementClient management = new ManagementClient(TestServer.running());
    private final JmsQueue queue = management.queue("DelayedRequests");

    @BeforeEach
    void awaitEmptyQueue() {
        await().atMost(SOON).until(() -> tasksWaiting() == 0 && queue.delivering() == 0);
    }

    @AfterEach
    void resume() {
        queue.resume();
        management.close();
    }

    @Test
    void tasksInPausedQueueAreCountedAsWaitingAndDoNotRun() {
        queue.pause();
        List<AcceptedTask> accepted = accept(10);
        await().atMost(SOON).until(() -> tasksWaiting() == 10);
        assertThat(queue.delivering()).isZero();
        assertThat(accepted.get(0).askForResult().json().getString("state")).isEqualTo("waiting");
        queue.resume();
        accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
        await().atMost(SOON).until(() -> tasksWaiting() == 0);
    }

    /** The consumers prefetch no messages: tasks that cannot start yet wait in the queue, not in a buffer. */
    @Test
    void tasksInFlightAreCountedAsDelivering() {
        String gate = "/probe/gate/" + UUID.randomUUID() + "/";
        List<AcceptedTask> running = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            running.add(solitude.asynchronously().post(gate, "{}"));
        }
        await().atMost(SOON).until(() -> queue.delivering() == 3);
        await("the heartbeat that stores the state")
                .atMost(SOON)
                .until(() -> running.get(0).askForReplay().json().getString("state"), "running"::equals);
        solitude.delete(gate);
        running.forEach(AcceptedTask::awaitReplay);
        await().atMost(SOON).until(() -> queue.delivering() == 0);
    }

    @Test
    void queueCountsAddedMessagesAndConsumers() {
        int before = queue.messagesAdded();
        accept(5).forEach(AcceptedTask::awaitReplay);
        assertThat(queue.messagesAdded()).isGreaterThanOrEqualTo(before + 5);
        assertThat(queue.consumers()).isPositive();
    }

    @Test
    void waitingMessageNamesTaskMethodAndPath() {
        queue.pause();
        AcceptedTask accepted = solitude.asynchronously().put("/probe/echo/", "{}");
        await().atMost(SOON).untilAsserted(() -> assertThat(queue.messages()).anySatisfy(message -> {
            assertThat(property(message, "task")).isEqualTo(accepted.uuid());
            assertThat(property(message, "method")).isEqualTo("PUT");
            assertThat(property(message, "path")).isEqualTo("/probe/echo/");
        }));
    }

    /** Each replay looks its caller up without a secret: a hundred replays must not lock the caller out. */
    @Test
    void replayingABacklogDoesNotLockTheCallerOut() {
        queue.pause();
        List<AcceptedTask> accepted = accept(100);
        await().atMost(SOON).until(() -> tasksWaiting() == 100);
        queue.resume();
        await().atMost(SOON).until(() -> tasksWaiting() == 0 && queue.delivering() == 0);
        accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
    }

    /** Recovery dispatches a task whose message was deleted, because the task is stored in the database. */
    @Test
    void deletedMessagesAreDispatchedAgain() {
        queue.pause();
        List<AcceptedTask> accepted = accept(5);
        await().atMost(SOON).until(() -> tasksWaiting() == 5);
        assertThat(queue.removeAll()).isGreaterThanOrEqualTo(5);
        queue.resume();
        accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
    }

    /** Recovery sends no second message for a queued task, and only one queue probe at a time. */
    @Test
    void queuedTasksAreNotDispatchedAgain() {
        queue.pause();
        List<AcceptedTask> accepted = accept(5);
        await().atMost(SOON).until(() -> tasksWaiting() == 5);
        await().atMost(SOON).until(() -> queue.messages().size() == 6);
        await().during(SEVERAL_RECOVERY_ROUNDS)
                .atMost(SOON)
                .until(() -> tasksWaiting() == 5 && queue.messages().size() == 6);
        queue.resume();
        accepted.forEach(AcceptedTask::awaitReplay);
    }

    @Test
    void loweredPriorityIsPreserved() {
        queue.pause();
        List<AcceptedTask> accepted = accept(3);
        await().atMost(SOON).until(() -> tasksWaiting() == 3);
        assertThat(queue.changePriorities("path='/probe/echo/'", 0)).isEqualTo(3);
        await("several recovery rounds")
                .during(SEVERAL_RECOVERY_ROUNDS)
                .atMost(SOON)
                .until(() -> solitude.post("/probe/sweep/4/", "").status() == 204 && tasksWaiting() == 3);
        queue.resume();
        accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
    }

    @Test
    void taskOfHigherPriorityIsQueuedFirst() {
        queue.pause();
        AcceptedTask low = acceptWithPriority(1);
        AcceptedTask urgent = acceptWithPriority(9);
        await().atMost(SOON).until(() -> tasksWaiting() == 2);
        assertThat(queue.messages().stream().filter(QueueIT::isTask).map(message -> property(message, "task")))
                .containsExactly(urgent.uuid(), low.uuid());
    }

    private AcceptedTask acceptWithPriority(int priority) {
        return solitude.with("Solitude-Priority", Integer.toString(priority))
                .asynchronously()
                .post("/probe/echo/", "{}");
    }

    private List<AcceptedTask> accept(int number) {
        List<AcceptedTask> accepted = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            accepted.add(solitude.asynchronously().post("/probe/echo/", "{}"));
        }
        return accepted;
    }

    /** Counts task messages; the queue also contains recovery's queue probes. */
    private long tasksWaiting() {
        return queue.messages().stream().filter(QueueIT::isTask).count();
    }

    private static boolean isTask(ModelNode message) {
        return message.hasDefined("task");
    }

    private static String property(ModelNode message, String name) {
        return message.get(name).asString();
    }
}
