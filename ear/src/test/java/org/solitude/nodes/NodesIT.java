package org.solitude.nodes;

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
import org.solitude.callback.Receiver;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.RequestBody;
import org.solitude.client.Solitude;
import org.solitude.harness.Login;
import org.solitude.harness.Management;
import org.solitude.harness.Queue;

/** Two nodes that both run, and one that dies. */
class NodesIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    /** As long as a client may wait in these tests; the rows are looked at long after. */
    private static final Duration PATIENCE = Duration.ofSeconds(80);

    /** What takes less was not the end of that patience, however slow the machine is. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private static final int TASKS = 40;

    private static @Nullable TwoNodes started;

    private TwoNodes nodes;
    private Solitude one;
    private Solitude two;

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
        nodes = Objects.requireNonNull(started).up();
        one = nodes.one().client();
        two = nodes.two().client();
        awaitConnected();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEndOnOneNodeWakesWhoWaitsOnTheOther(boolean onTheFirst) {
        Solitude runs = onTheFirst ? one : two;
        Solitude waits = onTheFirst ? two : one;
        Gate gate = Gate.closed();
        Accepted task = runs.asynchronously().post(gate.path(), "{}");
        CompletableFuture<Answer> poll = poll(waits, task, PATIENCE);
        gate.awaitArrival(runs);
        awaitWaiting(waits);
        gate.open(runs);
        assertThat(poll)
                .as("before its patience ends and before the rows are looked at")
                .succeedsWithin(AT_ONCE);
        assertThat(poll.join().isReal()).as("%s", poll.join()).isTrue();
        assertThat(gate.arrivals(waits)).as("announcements stay on their node").isZero();
    }

    /** A node that starts, or takes a task for lost, announces what another may be running. */
    @Test
    void whatOneNodeRunsTheOtherLeavesAlone() {
        Gate gate = Gate.closed();
        Accepted task = one.asynchronously().post(gate.path(), "{}");
        gate.awaitArrival(one);
        try (Management management = nodes.two().management()) {
            Queue line = management.queue("DelayedRequests");
            int before = line.everAdded();
            two.post("/probe/announcing/" + task.uuid() + "/", "{}");
            await("it comes out of the other line")
                    .atMost(SOON)
                    .until(() -> line.everAdded() > before && line.messages().isEmpty() && line.delivering() == 0);
        }
        assertThat(gate.arrivals(two)).isZero();
        gate.open(one);
        assertThat(task.awaitReplay().status()).isEqualTo(201);
    }

    @Test
    void aKeyIsOneOnBothNodes() {
        new SharedKeys(one, two).aRepeatElsewhereGetsTheFirstAnswer();
        new SharedKeys(one, two).aRaceOfBothNodesHasOneEffect();
    }

    @Test
    void anEndOnEitherNodeIsCalledInOnce() {
        try (Receiver receiver = new Receiver()) {
            one.post("/delay/callback/secret/", "");
            Asked asked = new Asked(receiver);
            for (int i = 0; i < TASKS; i++) {
                asked.of(i % 2 == 0 ? one : two);
            }
            asked.awaitDelivered(two);
            asked.assertCalledOnce();
        }
    }

    /** The first is killed with a task that runs, whose client waits at the second; a key in use; and calls on the way. */
    @Test
    void aNodeThatDiesLeavesAllThatItHadToTheOther() {
        try (Receiver receiver = new Receiver().answering((call, number) -> Receiver.Reply.NONE)) {
            one.post("/delay/callback/secret/", "");
            Asked asked = new Asked(receiver);
            for (int i = 0; i < 4; i++) {
                asked.of(one);
            }
            Gate taskAt = Gate.closed();
            Gate keyAt = Gate.closed();
            Accepted task = one.asynchronously().post(taskAt.path(), "{}");
            CompletableFuture<Answer> call = SharedKeys.pass(one, keyAt);
            taskAt.awaitArrival(one);
            keyAt.awaitArrival(one);
            CompletableFuture<Answer> poll = poll(two, task, PATIENCE);
            awaitWaiting(two);
            await("calls").atMost(SOON).until(() -> !receiver.calls().isEmpty());

            nodes.one().kill();
            receiver.answering((again, number) -> Receiver.Reply.OK);
            taskAt.open(two);
            keyAt.open(two);

            assertThat(poll).as("its task is adopted, and it is woken").succeedsWithin(PATIENCE.minusSeconds(5));
            assertThat(poll.join().isReal()).as("%s", poll.join()).isTrue();
            assertThat(taskAt.arrivals(two)).isEqualTo(1);
            new SharedKeys(one, two).theKeyIsLeftToTheOther(keyAt, call);
            asked.awaitDelivered(two);
            asked.assertAcceptedOnce();
        }
        try (Management management = nodes.two().management()) {
            nothingPilesUpForWhoIsAway(new ForwardedEnds(management));
        }
        nodes.up();
        awaitConnected();
    }

    private void nothingPilesUpForWhoIsAway(ForwardedEnds ends) {
        two.asynchronously().post("/probe/echo/", "{}").awaitReplay();
        await("something for the other").atMost(SOON).until(() -> ends.waiting() > 0);
        await("it expires").atMost(SOON).until(() -> ends.waiting() == 0);
        assertThat(ends.keptAfterExpiry()).isZero();
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
        BrokerClient stranger = new BrokerClient(nodes.one().nodesPort());
        assertThatThrownBy(() -> stranger.sendAs(user, password)).isInstanceOf(JMSRuntimeException.class);
        assertThatCode(() -> stranger.sendAs("solitude-nodes", nodes.password()))
                .as("it is the password that makes the difference")
                .doesNotThrowAnyException();
    }

    @Test
    void aClientOfTheApiIsNobodyToABroker() {
        Login login = nodes.one().login();
        BrokerClient client = new BrokerClient(nodes.one().nodesPort());
        assertThatThrownBy(() -> client.sendAs(login.name(), login.secret())).isInstanceOf(JMSRuntimeException.class);
    }

    private void awaitConnected() {
        await("the brokers find each other")
                .atMost(SOON)
                .until(() -> isWokenFromElsewhere(one, two) && isWokenFromElsewhere(two, one));
    }

    private static boolean isWokenFromElsewhere(Solitude runs, Solitude waits) {
        Duration patience = Duration.ofSeconds(6);
        Gate gate = Gate.closed();
        Accepted task = runs.asynchronously().post(gate.path(), "{}");
        gate.awaitArrival(runs);
        long begun = System.nanoTime();
        CompletableFuture<Answer> poll = poll(waits, task, patience);
        awaitWaiting(waits);
        gate.open(runs);
        return poll.join().isReal()
                && System.nanoTime() - begun < patience.minusSeconds(1).toNanos();
    }

    private static CompletableFuture<Answer> poll(Solitude node, Accepted task, Duration patience) {
        return node.with("Prefer", "wait=" + patience.toSeconds()).start("GET", task.result(), RequestBody.NONE);
    }

    private static void awaitWaiting(Solitude node) {
        await("a client waits")
                .atMost(SOON)
                .until(() -> node.get("/probe/waiting/").text().equals("1"));
    }
}
