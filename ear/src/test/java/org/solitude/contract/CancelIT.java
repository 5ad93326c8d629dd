package org.solitude.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.Solitude;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.TestServer;

/** A 204 to a cancellation is a promise: no effect, then or ever. A thousand races: see docs/testing.md. */
@OnTheServer
class CancelIT {
    private static final int RACES = Integer.getInteger("cancel.races", 60);
    private static final long SEED = Long.getLong("cancel.seed", 20261124);
    private static final int CONNECTIONS = 6;
    private static final Duration LONGEST_START = Duration.ofMillis(30);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Solitude solitude = TestServer.client();

    @Test
    void neverBothA204AndAnEffectHoweverCloseTheStart() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            Random chance = new Random(SEED);
            List<Future<Integer>> races = new ArrayList<>();
            for (int i = 0; i < RACES; i++) {
                long head = chance.nextLong(LONGEST_START.toNanos());
                races.add(threads.submit(() -> race(head)));
            }
            int called = 0;
            for (Future<Integer> race : races) {
                called += race.get() == 204 ? 1 : 0;
            }
            System.getLogger(CancelIT.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "of {0} races {1} were cancelled, the others had run",
                            RACES,
                            called);
            assertThat(called).as("races that the cancellation won").isBetween(1, RACES - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The uuid can be taken once: who can take it afterwards shows that nobody had. */
    private int race(long start) {
        String buyer = "{\"uuid\": \"cancel:" + UUID.randomUUID() + "\"}";
        Accepted accepted = solitude.asynchronously().post("/probe/write/plain/", buyer);
        LockSupport.parkNanos(start);
        Answer answer = solitude.delete(accepted.result());
        if (answer.status() == 204) {
            assertThat(accepted.askForReplay().status()).isEqualTo(410);
            await().during(Duration.ofMillis(300))
                    .atMost(SOON)
                    .until(() -> accepted.askForResult().status() == 410);
            assertThat(solitude.post("/generic/buyer/", buyer).status())
                    .as("an effect of what was cancelled")
                    .isEqualTo(201);
        } else {
            Problems.assertProblem(answer, 409);
            assertThat(accepted.awaitReplay().status()).isEqualTo(201);
            assertThat(solitude.post("/generic/buyer/", buyer).status()).isEqualTo(422);
        }
        return answer.status();
    }

    /** It will be tried again, but what it asked of a provider cannot be taken back. */
    @Test
    void onceAProviderWasCalledItIsTooLateAndTheAnswerSaysSo() {
        String path = "/probe/calling/" + UUID.randomUUID() + "/";
        Accepted accepted =
                solitude.with("Solitude-Retries", "20").asynchronously().post(path, "{}");
        await().atMost(SOON).until(() -> accepted.askForReplay().json().getString("state"), "retrying"::equals);
        Answer answer = solitude.delete(accepted.result());
        Problems.assertProblem(answer, 409);
        assertThat(answer.json().getString("detail")).contains("provider has been called already");
        solitude.delete(path);
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
    }
}
