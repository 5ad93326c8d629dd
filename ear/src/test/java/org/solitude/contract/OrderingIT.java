package org.solitude.contract;

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
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.Solitude;
import org.solitude.harness.Management;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.Queue;
import org.solitude.harness.TestServer;

/** One client, one key: one after another, whatever becomes of each. Nobody else is held up. */
@OnTheServer
class OrderingIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Solitude plain = TestServer.client();
    private final String name = UUID.randomUUID().toString();
    private final Solitude solitude = plain.with("Solitude-Ordering-Key", "account " + name);
    private final String gate = "/probe/gate/" + name + "/";

    @AfterEach
    void openTheGate() {
        plain.delete(gate);
    }

    @Test
    void theyRunInTheOrderAcceptedWhateverTheirPriority() {
        Accepted head = post(solitude.with("Solitude-Priority", "0"), gate);
        List<Accepted> followers = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            followers.add(post(solitude.with("Solitude-Priority", Integer.toString(i - 1)), turn(i)));
            expected.append(i == 1 ? "" : " ").append("+%d -%d".formatted(i, i));
        }
        assertNobodyOvertakes(head, followers);
        plain.delete(gate);
        followers.get(9).awaitReplay();
        assertThat(visits()).isEqualTo(expected.toString());
    }

    @Test
    void othersAreNotHeldUp() {
        Accepted head = post(solitude, gate);
        Accepted follower = post(solitude, turn("follower"));
        Accepted free = post(plain, turn("free"));
        Accepted otherKey = post(plain.with("Solitude-Ordering-Key", name), turn("key"));
        Accepted otherClient =
                post(TestServer.client("other").with("Solitude-Ordering-Key", "account " + name), turn("client"));
        assertThat(free.awaitReplay().status()).isEqualTo(200);
        assertThat(otherKey.awaitReplay().status()).isEqualTo(200);
        assertThat(otherClient.awaitReplay().status()).isEqualTo(200);
        assertNobodyOvertakes(head, List.of(follower));
        plain.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
    }

    /** Done with an error is an end, and so is death; each lets the next one go. */
    @ParameterizedTest
    @ValueSource(ints = {201, 404, 500, 503})
    void anyAnswerIsAnEnd(int status) {
        Accepted head = post(solitude.with("Solitude-Retries", "1"), unwell(1000, status));
        Accepted follower = post(solitude, turn("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertAfter(head, follower);
    }

    @Test
    void aHeadThatIsTriedAgainHoldsItsFollowers() {
        Accepted head = post(solitude.with("Solitude-Retries", "5"), unwell(3, 503));
        Accepted follower = post(solitude, turn("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(head.askForResult().json().getInt("attempts")).isEqualTo(4);
        assertAfter(head, follower);
    }

    @Test
    void aHeadThatIsNotDueYetHoldsItsFollowers() {
        Accepted head = post(solitude.with("Solitude-Not-Before", "2"), turn("head"));
        Accepted follower = post(solitude, turn("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertAfter(head, follower);
    }

    @Test
    void aFollowerThatIsNotDueYetWaitsForItsTimeAsWell() {
        Instant before = Instant.now();
        post(solitude, turn("head"));
        Accepted follower = post(solitude.with("Solitude-Not-Before", "2"), turn("follower"));
        Instant started = instant(follower.awaitResult(), "started");
        assertThat(started).isAfter(before.plusMillis(1900));
        assertThat(visits()).isEqualTo("+head -head +follower -follower");
    }

    @Test
    void aFollowerThatIsCalledOffIsPassedOver() {
        post(solitude, gate);
        Accepted cancelled = post(solitude, turn("cancelled"));
        Accepted follower = post(solitude, turn("follower"));
        assertThat(plain.delete(cancelled.result()).status()).isEqualTo(204);
        plain.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(cancelled.askForReplay().status()).isEqualTo(410);
        assertThat(visits()).isEqualTo("+follower -follower");
    }

    @Test
    void aHeadThatIsCalledOffLetsTheNextGo() {
        Accepted head = post(solitude.with("Solitude-Not-Before", "3600"), turn("head"));
        Accepted follower = post(solitude, turn("follower"));
        assertThat(plain.delete(head.result()).status()).isEqualTo(204);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
    }

    @Test
    void oneThatExpiresIsPassedOver() {
        Accepted head = post(solitude, gate);
        Accepted late = post(solitude.with("Solitude-Expires", "1"), turn("late"));
        Accepted follower = post(solitude, turn("follower"));
        await().atMost(SOON).until(() -> late.askForReplay().status() == 410);
        assertNobodyOvertakes(head, List.of(follower));
        plain.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(visits()).isEqualTo("+follower -follower");
    }

    @Test
    void aHeadThatExpiresLetsTheNextGo() {
        withThePausedQueue(queue -> {
            Accepted head = post(solitude.with("Solitude-Expires", "1"), turn("head"));
            Accepted follower = post(solitude, turn("follower"));
            await().atMost(SOON).until(() -> head.askForReplay().status() == 410);
            queue.resume();
            assertThat(follower.awaitReplay().status()).isEqualTo(200);
            assertThat(visits()).isEqualTo("+follower -follower");
        });
    }

    /** It was accepted before those that wait, and takes its place before them again, but not from who runs. */
    @Test
    void aDeadOneThatIsRedrivenRunsNextAndNotAtTheSameTime() {
        Accepted dead = post(solitude.with("Solitude-Retries", "0"), unwell(1, 503));
        assertThat(dead.awaitReplay().status()).isEqualTo(503);
        Accepted head = post(solitude, gate);
        Accepted follower = post(solitude, turn("follower"));
        assertThat(TestServer.operator()
                        .post("/operations/redrive/" + dead.uuid() + "/", "")
                        .status())
                .isEqualTo(202);
        assertNobodyOvertakes(head, List.of(dead, follower));
        plain.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(dead.awaitReplay().status()).isEqualTo(201);
        assertAfter(head, dead);
        assertAfter(dead, follower);
    }

    /** Nobody tells of a follower before its turn, and a head of which nobody told is found. */
    @Test
    void onlyTheHeadIsAnnouncedAndALostAnnouncementIsMadeAgain() {
        withThePausedQueue(queue -> {
            List<Accepted> accepted = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                accepted.add(post(solitude, turn(i)));
            }
            await("the sweep has looked")
                    .atMost(SOON)
                    .until(() -> announced(queue) == 1
                            && queue.messages().stream().anyMatch(message -> message.hasDefined("marker")));
            queue.removeAll();
            queue.resume();
            accepted.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
            assertThat(visits()).isEqualTo("+1 -1 +2 -2 +3 -3 +4 -4");
        });
    }

    /** Whoever accepts locks the key, so that no two of many connections both find themselves first. */
    @Test
    void manyAtOnceAreStillOneAfterAnother() {
        List<java.util.concurrent.CompletableFuture<Answer>> answers = new ArrayList<>();
        Solitude delayed = solitude.with("Solitude-Async", "yes");
        for (int i = 0; i < 60; i++) {
            answers.add(delayed.start("POST", turn(i), org.solitude.client.RequestBody.json("{}")));
        }
        answers.forEach(answer -> Accepted.of(solitude, answer.join()).awaitReplay());
        String[] visits = visits().split(" ");
        assertThat(visits).hasSize(120);
        for (int i = 0; i < visits.length; i += 2) {
            assertThat(visits[i + 1]).isEqualTo(visits[i].replace('+', '-'));
        }
    }

    private interface OnAPausedQueue {
        void run(Queue queue);
    }

    private static void withThePausedQueue(OnAPausedQueue test) {
        try (Management management = new Management(TestServer.running())) {
            Queue queue = management.queue("DelayedRequests");
            await().atMost(SOON).until(() -> announced(queue) == 0 && queue.delivering() == 0);
            queue.pause();
            try {
                test.run(queue);
            } finally {
                queue.resume();
            }
        }
    }

    private static long announced(Queue queue) {
        return queue.messages().stream()
                .filter(message -> message.hasDefined("task"))
                .count();
    }

    private void assertNobodyOvertakes(Accepted head, List<Accepted> followers) {
        assertThat(head.askForReplay().isStillWaiting()).isTrue();
        followers.forEach(follower -> {
            assertThat(follower.askForReplay().isStillWaiting()).isTrue();
            assertThat(follower.askForReplay().json().getString("state")).isEqualTo("waiting");
        });
    }

    private static void assertAfter(Accepted first, Accepted second) {
        assertThat(instant(second.askForResult(), "started"))
                .isAfterOrEqualTo(instant(first.askForResult(), "finished"));
    }

    private static Instant instant(Answer result, String field) {
        return Instant.parse(result.json().getString(field));
    }

    private static Accepted post(Solitude client, String path) {
        return client.asynchronously().post(path, "{}");
    }

    private String unwell(int times, int status) {
        return "/probe/unwell/" + name + "/?times=" + times + "&status=" + status;
    }

    private String turn(Object guest) {
        return "/probe/turn/" + name + "/" + guest + "/";
    }

    private String visits() {
        return plain.get("/probe/turn/" + name + "/").text();
    }
}
