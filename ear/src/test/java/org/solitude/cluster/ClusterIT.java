package org.solitude.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.Login;
import org.solitude.harness.ManagementClient;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.webhook.WebhookReceiver;

/** Two nodes that both run, and one that dies. */
class ClusterIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    /** As long as a client may wait in these tests; the rows are looked at long after. */
    private static final Duration PATIENCE = Duration.ofSeconds(80);

    /** What takes less was not the end of that patience, however slow the machine is. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private static final int TASKS = 40;

    private static @Nullable TwoNodes started;

    private TwoNodes nodes;
    private SolitudeClient one;
    private SolitudeClient two;

    @BeforeAll
    static void start() {
        assumeThat(System.getProperty("solitude.database", "h2")).isEqualTo("postgresql");
        started = new TwoNodes();
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void bothAreUpAndConnected() {
        nodes = Objects.requireNonNull(started).startStopped();
        one = nodes.one().client();
        two = nodes.two().client();
        awaitConnected();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEndOnOneNodeWakesWhoWaitsOnTheOther(boolean onTheFirst) {
        SolitudeClient runs = onTheFirst ? one : two;
        SolitudeClient waits = onTheFirst ? two : one;
        BlockedWrite gate = BlockedWrite.create();
        AcceptedTask task = runs.asynchronously().post(gate.path(), "{}");
        CompletableFuture<ApiResponse> poll = poll(waits, task, PATIENCE);
        gate.awaitBlocked(runs);
        awaitWaiting(waits);
        gate.release(runs);
        assertThat(poll)
                .as("before its patience ends and before the rows are looked at")
                .succeedsWithin(AT_ONCE);
        assertThat(poll.join().isFinal()).as("%s", poll.join()).isTrue();
        assertThat(gate.executions(waits))
                .as("announcements stay on their node")
                .isZero();
    }

    /** A node that starts, or takes a task for lost, announces what another may be running. */
    @Test
    void whatOneNodeRunsTheOtherLeavesAlone() {
        BlockedWrite gate = BlockedWrite.create();
        AcceptedTask task = one.asynchronously().post(gate.path(), "{}");
        gate.awaitBlocked(one);
        try (ManagementClient management = nodes.two().management()) {
            JmsQueue line = management.queue("DelayedRequests");
            int before = line.messagesAdded();
            two.post("/probe/announcing/" + task.uuid() + "/", "{}");
            await("it comes out of the other line")
                    .atMost(SOON)
                    .until(() ->
                            line.messagesAdded() > before && line.messages().isEmpty() && line.delivering() == 0);
        }
        assertThat(gate.executions(two)).isZero();
        gate.release(one);
        assertThat(task.awaitReplay().status()).isEqualTo(201);
    }

    @Test
    void aKeyIsOneOnBothNodes() {
        new SharedIdempotencyKey(one, two).assertRepeatOnOtherNodeGetsFirstResponse();
        new SharedIdempotencyKey(one, two).assertConcurrentWritesHaveOneEffect();
    }

    @Test
    void anEndOnEitherNodeIsCalledInOnce() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            one.post("/delay/callback/secret/", "");
            RequestedWebhooks asked = new RequestedWebhooks(receiver);
            for (int i = 0; i < TASKS; i++) {
                asked.request(i % 2 == 0 ? one : two);
            }
            asked.awaitDelivered(two);
            asked.assertSentOnce();
        }
    }

    /** The first is killed with a task that runs, whose client waits at the second; a key in use; and calls on the way. */
    @Test
    void aNodeThatDiesLeavesAllThatItHadToTheOther() {
        try (WebhookReceiver receiver = new WebhookReceiver().answering((call, number) -> WebhookReceiver.Reply.NONE)) {
            one.post("/delay/callback/secret/", "");
            RequestedWebhooks asked = new RequestedWebhooks(receiver);
            for (int i = 0; i < 4; i++) {
                asked.request(one);
            }
            BlockedWrite taskAt = BlockedWrite.create();
            BlockedWrite keyAt = BlockedWrite.create();
            AcceptedTask task = one.asynchronously().post(taskAt.path(), "{}");
            CompletableFuture<ApiResponse> call = SharedIdempotencyKey.startBlockedWrite(one, keyAt);
            taskAt.awaitBlocked(one);
            keyAt.awaitBlocked(one);
            CompletableFuture<ApiResponse> poll = poll(two, task, PATIENCE);
            awaitWaiting(two);
            await("calls").atMost(SOON).until(() -> !receiver.calls().isEmpty());

            nodes.one().kill();
            receiver.answering((again, number) -> WebhookReceiver.Reply.OK);
            taskAt.release(two);
            keyAt.release(two);

            assertThat(poll).as("its task is adopted, and it is woken").succeedsWithin(PATIENCE.minusSeconds(5));
            assertThat(poll.join().isFinal()).as("%s", poll.join()).isTrue();
            assertThat(taskAt.executions(two)).isEqualTo(1);
            new SharedIdempotencyKey(one, two).assertOtherNodeRunsWriteAfterCrash(keyAt, call);
            asked.awaitDelivered(two);
            asked.assertAcceptedOnce();
        }
        try (ManagementClient management = nodes.two().management()) {
            nothingPilesUpForWhoIsAway(new ForwardedMessages(management));
        }
        nodes.startStopped();
        awaitConnected();
    }

    private void nothingPilesUpForWhoIsAway(ForwardedMessages ends) {
        two.asynchronously().post("/probe/echo/", "{}").awaitReplay();
        await("something for the other").atMost(SOON).until(() -> ends.waiting() > 0);
        await("it expires").atMost(SOON).until(() -> ends.waiting() == 0);
        assertThat(ends.expired()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "nobody",
            value = {
                "nobody, nobody",
                "solitude-nodes, wrong",
                "solitude-nodes, CHANGE ME!!",
                "ACTIVEMQ.CLUSTER.ADMIN.USER, CHANGE ME!!",
                "guest, guest"
            })
    void aBrokerLetsNobodyInWhoDoesNotKnowThePassword(@Nullable String user, @Nullable String password) {
        BrokerClient stranger = new BrokerClient(nodes.one().brokerPort());
        assertThatThrownBy(() -> stranger.sendAs(user, password)).isInstanceOf(JMSRuntimeException.class);
        assertThatCode(() -> stranger.sendAs("solitude-nodes", nodes.password()))
                .as("it is the password that makes the difference")
                .doesNotThrowAnyException();
    }

    @Test
    void aClientOfTheApiIsNobodyToABroker() {
        Login login = nodes.one().login();
        BrokerClient client = new BrokerClient(nodes.one().brokerPort());
        assertThatThrownBy(() -> client.sendAs(login.name(), login.secret())).isInstanceOf(JMSRuntimeException.class);
    }

    private void awaitConnected() {
        await("the brokers find each other")
                .atMost(SOON)
                .until(() -> isWokenFromElsewhere(one, two) && isWokenFromElsewhere(two, one));
    }

    private static boolean isWokenFromElsewhere(SolitudeClient runs, SolitudeClient waits) {
        Duration patience = Duration.ofSeconds(6);
        BlockedWrite gate = BlockedWrite.create();
        AcceptedTask task = runs.asynchronously().post(gate.path(), "{}");
        gate.awaitBlocked(runs);
        long begun = System.nanoTime();
        CompletableFuture<ApiResponse> poll = poll(waits, task, patience);
        awaitWaiting(waits);
        gate.release(runs);
        return poll.join().isFinal()
                && System.nanoTime() - begun < patience.minusSeconds(1).toNanos();
    }

    private static CompletableFuture<ApiResponse> poll(SolitudeClient node, AcceptedTask task, Duration patience) {
        return node.with("Prefer", "wait=" + patience.toSeconds()).start("GET", task.result(), RequestBody.NONE);
    }

    private static void awaitWaiting(SolitudeClient node) {
        await("a client waits")
                .atMost(SOON)
                .until(() -> node.get("/probe/waiting/").text().equals("1"));
    }
}
