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

/** One client, one key: one after another, whatever becomes of each. Nobody else is held up. */
@UsesSharedServer
class OrderingIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SolitudeClient plain = TestServer.client();
    private final String name = UUID.randomUUID().toString();
    private final SolitudeClient solitude = plain.with("Solitude-Ordering-Key", "account " + name);
    private final String gate = "/probe/gate/" + name + "/";

    @AfterEach
    void openTheGate() {
        plain.delete(gate);
    }

    @Test
    void theyRunInTheOrderAcceptedWhateverTheirPriority() {
        AcceptedTask head = post(solitude.with("Solitude-Priority", "0"), gate);
        List<AcceptedTask> followers = new ArrayList<>();
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
        AcceptedTask head = post(solitude, gate);
        AcceptedTask follower = post(solitude, turn("follower"));
        AcceptedTask free = post(plain, turn("free"));
        AcceptedTask otherKey = post(plain.with("Solitude-Ordering-Key", name), turn("key"));
        AcceptedTask otherClient =
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
        AcceptedTask head = post(solitude.with("Solitude-Retries", "1"), unwell(1000, status));
        AcceptedTask follower = post(solitude, turn("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertAfter(head, follower);
    }

    @Test
    void aHeadThatIsTriedAgainHoldsItsFollowers() {
        AcceptedTask head = post(solitude.with("Solitude-Retries", "5"), unwell(3, 503));
        AcceptedTask follower = post(solitude, turn("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(head.askForResult().json().getInt("attempts")).isEqualTo(4);
        assertAfter(head, follower);
    }

    @Test
    void aHeadThatIsNotDueYetHoldsItsFollowers() {
        AcceptedTask head = post(solitude.with("Solitude-Not-Before", "2"), turn("head"));
        AcceptedTask follower = post(solitude, turn("follower"));
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertAfter(head, follower);
    }

    @Test
    void aFollowerThatIsNotDueYetWaitsForItsTimeAsWell() {
        Instant before = Instant.now();
        post(solitude, turn("head"));
        AcceptedTask follower = post(solitude.with("Solitude-Not-Before", "2"), turn("follower"));
        Instant started = instant(follower.awaitResult(), "started");
        assertThat(started).isAfter(before.plusMillis(1900));
        assertThat(visits()).isEqualTo("+head -head +follower -follower");
    }

    @Test
    void aFollowerThatIsCalledOffIsPassedOver() {
        post(solitude, gate);
        AcceptedTask cancelled = post(solitude, turn("cancelled"));
        AcceptedTask follower = post(solitude, turn("follower"));
        assertThat(plain.delete(cancelled.result()).status()).isEqualTo(204);
        plain.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(cancelled.askForReplay().status()).isEqualTo(410);
        assertThat(visits()).isEqualTo("+follower -follower");
    }

    @Test
    void aHeadThatIsCalledOffLetsTheNextGo() {
        AcceptedTask head = post(solitude.with("Solitude-Not-Before", "3600"), turn("head"));
        AcceptedTask follower = post(solitude, turn("follower"));
        assertThat(plain.delete(head.result()).status()).isEqualTo(204);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
    }

    @Test
    void oneThatExpiresIsPassedOver() {
        AcceptedTask head = post(solitude, gate);
        AcceptedTask late = post(solitude.with("Solitude-Expires", "1"), turn("late"));
        AcceptedTask follower = post(solitude, turn("follower"));
        await().atMost(SOON).until(() -> late.askForReplay().status() == 410);
        assertNobodyOvertakes(head, List.of(follower));
        plain.delete(gate);
        assertThat(follower.awaitReplay().status()).isEqualTo(200);
        assertThat(visits()).isEqualTo("+follower -follower");
    }

    @Test
    void aHeadThatExpiresLetsTheNextGo() {
        withThePausedQueue(queue -> {
            AcceptedTask head = post(solitude.with("Solitude-Expires", "1"), turn("head"));
            AcceptedTask follower = post(solitude, turn("follower"));
            await().atMost(SOON).until(() -> head.askForReplay().status() == 410);
            queue.resume();
            assertThat(follower.awaitReplay().status()).isEqualTo(200);
            assertThat(visits()).isEqualTo("+follower -follower");
        });
    }

    /** It was accepted before those that wait, and takes its place before them again, but not from who runs. */
    @Test
    void aDeadOneThatIsRedrivenRunsNextAndNotAtTheSameTime() {
        AcceptedTask dead = post(solitude.with("Solitude-Retries", "0"), unwell(1, 503));
        assertThat(dead.awaitReplay().status()).isEqualTo(503);
        AcceptedTask head = post(solitude, gate);
        AcceptedTask follower = post(solitude, turn("follower"));
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
            List<AcceptedTask> accepted = new ArrayList<>();
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
        List<java.util.concurrent.CompletableFuture<ApiResponse>> answers = new ArrayList<>();
        SolitudeClient delayed = solitude.with("Solitude-Async", "yes");
        for (int i = 0; i < 60; i++) {
            answers.add(delayed.start("POST", turn(i), org.solitude.testkit.client.RequestBody.json("{}")));
        }
        answers.forEach(answer -> AcceptedTask.of(solitude, answer.join()).awaitReplay());
        String[] visits = visits().split(" ");
        assertThat(visits).hasSize(120);
        for (int i = 0; i < visits.length; i += 2) {
            assertThat(visits[i + 1]).isEqualTo(visits[i].replace('+', '-'));
        }
    }

    private interface OnAPausedQueue {
        void run(JmsQueue queue);
    }

    private static void withThePausedQueue(OnAPausedQueue test) {
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            JmsQueue queue = management.queue("DelayedRequests");
            await().atMost(SOON).until(() -> announced(queue) == 0 && queue.delivering() == 0);
            queue.pause();
            try {
                test.run(queue);
            } finally {
                queue.resume();
            }
        }
    }

    private static long announced(JmsQueue queue) {
        return queue.messages().stream()
                .filter(message -> message.hasDefined("task"))
                .count();
    }

    private void assertNobodyOvertakes(AcceptedTask head, List<AcceptedTask> followers) {
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
