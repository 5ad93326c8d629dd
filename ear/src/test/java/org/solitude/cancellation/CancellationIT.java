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

/** Tests that a cancellation answered 204 leaves no effect, also when it races the start of the task. */
@UsesSharedServer
class CancellationIT {
    private static final int RACES = Integer.getInteger("cancel.races", 60);
    private static final long SEED = Long.getLong("cancel.seed", 20261124);
    private static final int TASKS_PER_ROUND = 5;
    private static final Duration START_DELAY = Duration.ofMillis(50);
    private static final Duration JITTER = Duration.ofMillis(10);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SolitudeClient solitude = TestServer.client();

    /**
     * Accepts tasks in a paused queue and cancels each some milliseconds before or after the queue resumes. Machines
     * differ in speed: if all cancellations of a round win, the next round cancels later, and if none wins, earlier.
     */
    @Test
    void cancellationThatRacesTheStartNeverHasBoth204AndEffect()
            throws InterruptedException, ExecutionException, IOException {
        Random random = new Random(SEED);
        ExecutorService threads = Executors.newFixedThreadPool(TASKS_PER_ROUND);
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            JmsQueue queue = management.queue("DelayedRequests");
            Duration offset = Duration.ZERO;
            int won = 0;
            int raced = 0;
            for (; raced < RACES; raced += TASKS_PER_ROUND) {
                int wonInRound = race(queue, threads, offset, random);
                won += wonInRound;
                if (wonInRound == TASKS_PER_ROUND) {
                    offset = offset.plus(JITTER);
                } else if (wonInRound == 0) {
                    offset = offset.minus(JITTER);
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

    /** Runs one round and returns how many cancellations won. */
    private int race(JmsQueue queue, ExecutorService threads, Duration offset, Random random)
            throws InterruptedException, ExecutionException {
        queue.pause();
        try {
            List<WaitingTask> waiting =
                    Stream.generate(this::accept).limit(TASKS_PER_ROUND).toList();
            long start = System.nanoTime() + START_DELAY.toNanos();
            List<Future<Boolean>> cancellations = new ArrayList<>();
            for (WaitingTask each : waiting) {
                long at = start + offset.toNanos() + random.nextLong(-JITTER.toNanos(), JITTER.toNanos());
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

    private record WaitingTask(AcceptedTask accepted, String buyer) {}

    private WaitingTask accept() {
        String buyer = "{\"uuid\": \"cancel:" + UUID.randomUUID() + "\"}";
        return new WaitingTask(solitude.asynchronously().post("/probe/write/plain/", buyer), buyer);
    }

    /** Cancels a task. Its uuid is unique: a later write succeeds with it only if the task had no effect. */
    private boolean cancel(WaitingTask waiting, long at) {
        AcceptedTask accepted = waiting.accepted();
        LockSupport.parkNanos(at - System.nanoTime());
        ApiResponse response = solitude.delete(accepted.result());
        if (response.status() == 204) {
            assertThat(accepted.askForReplay().status()).isEqualTo(410);
            await().during(Duration.ofMillis(300))
                    .atMost(SOON)
                    .until(() -> accepted.askForResult().status() == 410);
            assertThat(solitude.post("/generic/buyer/", waiting.buyer()).status())
                    .as("the cancelled task had no effect")
                    .isEqualTo(201);
            return true;
        }
        ProblemAssertions.assertProblem(response, 409);
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
        assertThat(solitude.post("/generic/buyer/", waiting.buyer()).status()).isEqualTo(422);
        return false;
    }

    /** The task will be retried, but its call to the provider cannot be undone. */
    @Test
    void cancellationAfterProviderCallIsRefusedWithReason() {
        String path = "/probe/calling/" + UUID.randomUUID() + "/";
        AcceptedTask accepted =
                solitude.with("Solitude-Retries", "20").asynchronously().post(path, "{}");
        await().atMost(SOON).until(() -> accepted.askForReplay().json().getString("state"), "retrying"::equals);
        ApiResponse response = solitude.delete(accepted.result());
        ProblemAssertions.assertProblem(response, 409);
        assertThat(response.json().getString("detail")).contains("provider has been called already");
        solitude.delete(path);
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
    }
}
