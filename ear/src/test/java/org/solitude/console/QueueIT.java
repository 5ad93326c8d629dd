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

/** The queue {@code DelayedRequests} tells the truth, and does what an operator asks of it. */
@UsesSharedServer
class QueueIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SOME_SWEEPS = Duration.ofSeconds(5);

    private final SolitudeClient solitude = TestServer.client();
    private final ManagementClient management = new ManagementClient(TestServer.running());
    private final JmsQueue queue = management.queue("DelayedRequests");

    @BeforeEach
    void nothingWaits() {
        await().atMost(SOON).until(() -> tasksWaiting() == 0 && queue.delivering() == 0);
    }

    @AfterEach
    void resume() {
        queue.resume();
        management.close();
    }

    @Test
    void whatWaitsInAPausedQueueIsCountedAsWaitingAndDoesNotRun() {
        queue.pause();
        List<AcceptedTask> accepted = accept(10);
        await().atMost(SOON).until(() -> tasksWaiting() == 10);
        assertThat(queue.delivering()).isZero();
        assertThat(accepted.get(0).askForResult().json().getString("state")).isEqualTo("waiting");
        queue.resume();
        accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
        await().atMost(SOON).until(() -> tasksWaiting() == 0);
    }

    /** Everyone the bean could start has started: what is left over waits in the queue and not in a buffer. */
    @Test
    void whatIsBeingRunIsCountedAsDelivering() {
        String gate = "/probe/gate/" + UUID.randomUUID() + "/";
        List<AcceptedTask> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            held.add(solitude.asynchronously().post(gate, "{}"));
        }
        await().atMost(SOON).until(() -> queue.delivering() == 3);
        await("the beat that tells it")
                .atMost(SOON)
                .until(() -> held.get(0).askForReplay().json().getString("state"), "running"::equals);
        solitude.delete(gate);
        held.forEach(AcceptedTask::awaitReplay);
        await().atMost(SOON).until(() -> queue.delivering() == 0);
    }

    @Test
    void itCountsWhatWasEverAddedAndWhoListens() {
        int before = queue.messagesAdded();
        accept(5).forEach(AcceptedTask::awaitReplay);
        assertThat(queue.messagesAdded()).isGreaterThanOrEqualTo(before + 5);
        assertThat(queue.consumers()).isPositive();
    }

    @Test
    void aWaitingMessageTellsTaskMethodAndPath() {
        queue.pause();
        AcceptedTask accepted = solitude.asynchronously().put("/probe/echo/", "{}");
        await().atMost(SOON).untilAsserted(() -> assertThat(queue.messages()).anySatisfy(message -> {
            assertThat(property(message, "task")).isEqualTo(accepted.uuid());
            assertThat(property(message, "method")).isEqualTo("PUT");
            assertThat(property(message, "path")).isEqualTo("/probe/echo/");
        }));
    }

    /** Each replay looks its caller up without a secret: a hundred of them must not lock the caller out. */
    @Test
    void aBacklogThatRunsIsNoSeriesOfFailedLogins() {
        queue.pause();
        List<AcceptedTask> accepted = accept(100);
        await().atMost(SOON).until(() -> tasksWaiting() == 100);
        queue.resume();
        await().atMost(SOON).until(() -> tasksWaiting() == 0 && queue.delivering() == 0);
        accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
    }

    /** Removing messages removes no promise: the row is the truth, and the sweep announces it again. */
    @Test
    void whatAnOperatorDeletesIsAnnouncedAgain() {
        queue.pause();
        List<AcceptedTask> accepted = accept(5);
        await().atMost(SOON).until(() -> tasksWaiting() == 5);
        assertThat(queue.removeAll()).isGreaterThanOrEqualTo(5);
        queue.resume();
        accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
    }

    /** What still stands in line must not get a second place in it, and our own question stands there once. */
    @Test
    void theSweepLeavesAloneWhatStillWaits() {
        queue.pause();
        List<AcceptedTask> accepted = accept(5);
        await().atMost(SOON).until(() -> tasksWaiting() == 5);
        await().atMost(SOON).until(() -> queue.messages().size() == 6);
        await().during(SOME_SWEEPS)
                .atMost(SOON)
                .until(() -> tasksWaiting() == 5 && queue.messages().size() == 6);
        queue.resume();
        accepted.forEach(AcceptedTask::awaitReplay);
    }

    @Test
    void whatAnOperatorMadeLessUrgentStaysSo() {
        queue.pause();
        List<AcceptedTask> accepted = accept(3);
        await().atMost(SOON).until(() -> tasksWaiting() == 3);
        assertThat(queue.changePriorities("path='/probe/echo/'", 0)).isEqualTo(3);
        await("some sweeps")
                .during(SOME_SWEEPS)
                .atMost(SOON)
                .until(() -> solitude.post("/probe/sweep/4/", "").status() == 204 && tasksWaiting() == 3);
        queue.resume();
        accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
    }

    @Test
    void theMoreUrgentRunsFirst() {
        queue.pause();
        AcceptedTask patient = prioritised(1);
        AcceptedTask urgent = prioritised(9);
        await().atMost(SOON).until(() -> tasksWaiting() == 2);
        assertThat(queue.messages().stream().filter(QueueIT::isTask).map(message -> property(message, "task")))
                .containsExactly(urgent.uuid(), patient.uuid());
    }

    private AcceptedTask prioritised(int priority) {
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

    /** The sweep's own markers are in the queue as well. */
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
