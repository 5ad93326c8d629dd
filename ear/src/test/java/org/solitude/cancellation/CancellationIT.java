package org.solitude.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** A 204 to a cancellation is a promise: no effect, then or ever. A thousand races: see docs/testing.md. */
@UsesSharedServer
class CancellationIT {
    private static final int RACES = Integer.getInteger("cancel.races", 60);
    private static final long SEED = Long.getLong("cancel.seed", 20261124);
    private static final int TOGETHER = 5;
    private static final Duration UNTIL_THE_START = Duration.ofMillis(50);
    private static final Duration SPREAD = Duration.ofMillis(10);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SolitudeClient solitude = TestServer.client();

    /**
     * Requests wait in a paused queue, and each is cancelled some milliseconds before or after the queue goes on. How fast
     * that is differs from machine to machine: where all win, the next are cancelled later, and where none does, sooner.
     */
    @Test
    void neverBothA204AndAnEffectHoweverCloseTheStart() throws InterruptedException, ExecutionException, IOException {
        Random chance = new Random(SEED);
        ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            JmsQueue queue = management.queue("DelayedRequests");
            Duration later = Duration.ZERO;
            int won = 0;
            int raced = 0;
            for (; raced < RACES; raced += TOGETHER) {
                int wonNow = race(queue, threads, later, chance);
                won += wonNow;
                if (wonNow == TOGETHER) {
                    later = later.plus(SPREAD);
                } else if (wonNow == 0) {
                    later = later.minus(SPREAD);
                }
            }
            Files.writeString(
                    TestServer.running().directory().resolve("cancel-races.txt"),
                    "seed %d, %d races, the cancellation won %d%n".formatted(SEED, raced, won));
            assertThat(won).as("races that the cancellation won").isBetween(1, raced - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many of them the cancellation won. */
    private int race(JmsQueue queue, ExecutorService threads, Duration later, Random chance)
            throws InterruptedException, ExecutionException {
        queue.pause();
        try {
            List<Waiting> waiting =
                    Stream.generate(this::accept).limit(TOGETHER).toList();
            long start = System.nanoTime() + UNTIL_THE_START.toNanos();
            List<Future<Boolean>> cancellations = new ArrayList<>();
            for (Waiting each : waiting) {
                long at = start + later.toNanos() + chance.nextLong(-SPREAD.toNanos(), SPREAD.toNanos());
                cancellations.add(threads.submit(() -> cancel(each, at)));
            }
            LockSupport.parkNanos(start - System.nanoTime());
            queue.resume();
            int won = 0;
            for (Future<Boolean> cancellation : cancellations) {
                won += cancellation.get() ? 1 : 0;
            }
            return won;
        } finally {
            queue.resume();
        }
    }

    private record Waiting(AcceptedTask accepted, String buyer) {}

    private Waiting accept() {
        String buyer = "{\"uuid\": \"cancel:" + UUID.randomUUID() + "\"}";
        return new Waiting(solitude.asynchronously().post("/probe/write/plain/", buyer), buyer);
    }

    /** The uuid can be taken once: who can take it afterwards shows that nobody had. */
    private boolean cancel(Waiting waiting, long at) {
        AcceptedTask accepted = waiting.accepted();
        LockSupport.parkNanos(at - System.nanoTime());
        ApiResponse answer = solitude.delete(accepted.result());
        if (answer.status() == 204) {
            assertThat(accepted.askForReplay().status()).isEqualTo(410);
            await().during(Duration.ofMillis(300))
                    .atMost(SOON)
                    .until(() -> accepted.askForResult().status() == 410);
            assertThat(solitude.post("/generic/buyer/", waiting.buyer()).status())
                    .as("an effect of what was cancelled")
                    .isEqualTo(201);
            return true;
        }
        ProblemAssertions.assertProblem(answer, 409);
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
        assertThat(solitude.post("/generic/buyer/", waiting.buyer()).status()).isEqualTo(422);
        return false;
    }

    /** It will be tried again, but what it asked of a provider cannot be taken back. */
    @Test
    void onceAProviderWasCalledItIsTooLateAndTheAnswerSaysSo() {
        String path = "/probe/calling/" + UUID.randomUUID() + "/";
        AcceptedTask accepted =
                solitude.with("Solitude-Retries", "20").asynchronously().post(path, "{}");
        await().atMost(SOON).until(() -> accepted.askForReplay().json().getString("state"), "retrying"::equals);
        ApiResponse answer = solitude.delete(accepted.result());
        ProblemAssertions.assertProblem(answer, 409);
        assertThat(answer.json().getString("detail")).contains("provider has been called already");
        solitude.delete(path);
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
    }
}
