package org.solitude.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

/** Tests long polls, idempotency keys, webhooks and broker security on two nodes, and the crash of one. */
class ClusterIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    /** The long polls' wait. The nodes poll the database much less often. */
    private static final Duration WAIT = Duration.ofSeconds(80);

    /** A response within this time was not sent because the wait ended, even on a slow machine. */
    private static final Duration WELL_BEFORE_WAIT_ENDS = Duration.ofSeconds(20);

    private static final int TASKS = 40;

    private static @Nullable TwoNodes started;

    private TwoNodes nodes;
    private SolitudeClient one;
    private SolitudeClient two;

    @BeforeAll
    static void start() {
        started = new TwoNodes();
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void startBothNodes() {
        nodes = Objects.requireNonNull(started).startStopped();
        one = nodes.one().client();
        two = nodes.two().client();
        awaitConnected();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void taskEndOnOneNodeWakesLongPollOnTheOther(boolean runsOnFirst) {
        SolitudeClient executing = runsOnFirst ? one : two;
        SolitudeClient polling = runsOnFirst ? two : one;
        BlockedWrite write = BlockedWrite.create();
        AcceptedTask task = executing.asynchronously().post(write.path(), "{}");
        CompletableFuture<ApiResponse> poll = poll(polling, task, WAIT);
        write.awaitBlocked(executing);
        awaitLongPoll(polling);
        write.release(executing);
        assertThat(poll)
                .as("before its wait ends and before the node polls the database")
                .succeedsWithin(WELL_BEFORE_WAIT_ENDS);
        assertThat(poll.join().isFinal()).as("%s", poll.join()).isTrue();
        assertThat(write.executions(polling))
                .as("dispatch messages stay on their node")
                .isZero();
    }

    /** A node dispatches a task again when it starts or recovers lost messages, although another node may run it. */
    @Test
    void taskInFlightOnOneNodeIsNotExecutedByTheOther() {
        BlockedWrite write = BlockedWrite.create();
        AcceptedTask task = one.asynchronously().post(write.path(), "{}");
        write.awaitBlocked(one);
        try (ManagementClient management = nodes.two().management()) {
            JmsQueue queue = management.queue("DelayedRequests");
            int before = queue.messagesAdded();
            two.post("/probe/announcing/" + task.uuid() + "/", "{}");
            await("the other node received the message")
                    .atMost(SOON)
                    .until(() ->
                            queue.messagesAdded() > before && queue.messages().isEmpty() && queue.delivering() == 0);
        }
        assertThat(write.executions(two)).isZero();
        write.release(one);
        assertThat(task.awaitReplay().status()).isEqualTo(201);
    }

    @Test
    void idempotencyKeyIsSharedByBothNodes() {
        new SharedIdempotencyKey(one, two).assertRepeatOnOtherNodeGetsFirstResponse();
        new SharedIdempotencyKey(one, two).assertConcurrentWritesHaveOneEffect();
    }

    @Test
    void eachTaskEndSendsOneWebhookWhicheverNodeRanIt() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            one.post("/delay/callback/secret/", "");
            RequestedWebhooks webhooks = new RequestedWebhooks(receiver);
            for (int i = 0; i < TASKS; i++) {
                webhooks.request(i % 2 == 0 ? one : two);
            }
            webhooks.awaitDelivered(two);
            webhooks.assertSentOnce();
        }
    }

    /**
     * Kills the first node while it runs a task, whose client polls the second node, and a write with an idempotency
     * key, and while it has undelivered webhooks.
     */
    @Test
    void otherNodeContinuesTasksKeysAndWebhooksOfDeadNode() {
        try (WebhookReceiver receiver =
                new WebhookReceiver().answering((webhook, number) -> WebhookReceiver.Reply.NONE)) {
            one.post("/delay/callback/secret/", "");
            RequestedWebhooks webhooks = new RequestedWebhooks(receiver);
            for (int i = 0; i < 4; i++) {
                webhooks.request(one);
            }
            BlockedWrite taskWrite = BlockedWrite.create();
            BlockedWrite keyedWrite = BlockedWrite.create();
            AcceptedTask task = one.asynchronously().post(taskWrite.path(), "{}");
            CompletableFuture<ApiResponse> keyedCall = SharedIdempotencyKey.startBlockedWrite(one, keyedWrite);
            taskWrite.awaitBlocked(one);
            keyedWrite.awaitBlocked(one);
            CompletableFuture<ApiResponse> poll = poll(two, task, WAIT);
            awaitLongPoll(two);
            await("webhooks").atMost(SOON).until(() -> !receiver.webhooks().isEmpty());

            nodes.one().kill();
            receiver.answering((webhook, number) -> WebhookReceiver.Reply.OK);
            taskWrite.release(two);
            keyedWrite.release(two);

            assertThat(poll)
                    .as("the other node runs the task and wakes the long poll")
                    .succeedsWithin(WAIT.minusSeconds(5));
            assertThat(poll.join().isFinal()).as("%s", poll.join()).isTrue();
            assertThat(taskWrite.executions(two)).isEqualTo(1);
            new SharedIdempotencyKey(one, two).assertOtherNodeRunsWriteAfterCrash(keyedWrite, keyedCall);
            webhooks.awaitDelivered(two);
            webhooks.assertAcceptedOnce();
        }
        try (ManagementClient management = nodes.two().management()) {
            assertMessagesForDeadNodeExpire(new ForwardedMessages(management));
        }
        nodes.startStopped();
        awaitConnected();
    }

    private void assertMessagesForDeadNodeExpire(ForwardedMessages messages) {
        two.asynchronously().post("/probe/echo/", "{}").awaitReplay();
        await("a message for the dead node").atMost(SOON).until(() -> messages.waiting() > 0);
        await("the message expires").atMost(SOON).until(() -> messages.waiting() == 0);
        assertThat(messages.expired()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none",
                "solitude-nodes, wrong",
                "solitude-nodes, CHANGE ME!!",
                "ACTIVEMQ.CLUSTER.ADMIN.USER, CHANGE ME!!",
                "guest, guest"
            })
    void brokerRefusesConnectionWithoutClusterPassword(@Nullable String user, @Nullable String password) {
        BrokerClient stranger = new BrokerClient(nodes.one().brokerPort());
        assertThatThrownBy(() -> stranger.sendAs(user, password)).isInstanceOf(JMSRuntimeException.class);
        assertThatCode(() -> stranger.sendAs("solitude-nodes", nodes.password()))
                .as("the same user with the right password connects")
                .doesNotThrowAnyException();
    }

    @Test
    void brokerRefusesCredentialsOfApiClient() {
        Login login = nodes.one().login();
        BrokerClient client = new BrokerClient(nodes.one().brokerPort());
        assertThatThrownBy(() -> client.sendAs(login.name(), login.secret())).isInstanceOf(JMSRuntimeException.class);
    }

    private void awaitConnected() {
        await("the brokers connect")
                .atMost(SOON)
                .until(() -> isWokenByOtherNode(one, two) && isWokenByOtherNode(two, one));
    }

    private static boolean isWokenByOtherNode(SolitudeClient executing, SolitudeClient polling) {
        Duration wait = Duration.ofSeconds(6);
        BlockedWrite write = BlockedWrite.create();
        AcceptedTask task = executing.asynchronously().post(write.path(), "{}");
        write.awaitBlocked(executing);
        long start = System.nanoTime();
        CompletableFuture<ApiResponse> poll = poll(polling, task, wait);
        awaitLongPoll(polling);
        write.release(executing);
        return poll.join().isFinal()
                && System.nanoTime() - start < wait.minusSeconds(1).toNanos();
    }

    private static CompletableFuture<ApiResponse> poll(SolitudeClient node, AcceptedTask task, Duration wait) {
        return node.with("Prefer", "wait=" + wait.toSeconds()).start("GET", task.result(), RequestBody.NONE);
    }

    private static void awaitLongPoll(SolitudeClient node) {
        await("a long poll waits")
                .atMost(SOON)
                .until(() -> node.get("/probe/waiting/").text().equals("1"));
    }
}
