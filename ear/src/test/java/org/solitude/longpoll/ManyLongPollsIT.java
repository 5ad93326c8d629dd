package org.solitude.longpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.as.controller.client.helpers.Operations;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that many concurrent long polls hold no threads and are answered as soon as their tasks end. */
@UsesSharedServer
class ManyLongPollsIT {
    private static final Path REPORT = Path.of("target", "many-waiters.txt");

    private static final int LONG_POLLS = Integer.getInteger("waiters", 300);
    private static final int TASKS = 10;

    /** Threads that the server may start meanwhile to serve requests and for its own work. */
    private static final int MAXIMUM_NEW_THREADS = 100;

    private static final Duration SOON = Duration.ofSeconds(45);
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final SolitudeClient solitude = TestServer.client();
    private final String gate = "/probe/gate/" + UUID.randomUUID() + "/";

    private record TimedResponse(ApiResponse response, Instant at) {}

    @Test
    void longPollsHoldNoThreadsAndAreAnsweredPromptly() throws IOException {
        List<AcceptedTask> tasks = IntStream.range(0, TASKS)
                .mapToObj(number -> solitude.asynchronously().post(gate, "{}"))
                .toList();
        int threadsBefore = threads();
        SolitudeClient waiting = solitude.with("Prefer", "wait=60");
        List<CompletableFuture<TimedResponse>> polls = IntStream.range(0, LONG_POLLS)
                .mapToObj(number -> start(waiting, tasks.get(number % TASKS), number))
                .toList();
        await("all long polls wait").atMost(SOON).until(() -> waiting() == LONG_POLLS);
        int threadsMeanwhile = threads();
        assertThat(polls).noneMatch(CompletableFuture::isDone);

        Instant opened = Instant.now();
        solitude.delete(gate);
        await("all long polls are answered").atMost(SOON).until(() -> polls.stream()
                .allMatch(CompletableFuture::isDone));

        List<Duration> waits = polls.stream()
                .map(poll -> Duration.between(opened, poll.join().at()))
                .sorted()
                .toList();
        Files.writeString(
                REPORT,
                "%d waited: threads before %d, meanwhile %d; woken after %s (first), %s (median), %s (last)%n"
                        .formatted(
                                LONG_POLLS,
                                threadsBefore,
                                threadsMeanwhile,
                                waits.get(0),
                                waits.get(LONG_POLLS / 2),
                                waits.get(LONG_POLLS - 1)));
        assertThat(polls).allSatisfy(poll -> assertThat(poll.join().response().isFinal())
                .as("%s", poll.join().response())
                .isTrue());
        assertThat(threadsMeanwhile - threadsBefore)
                .as("new threads")
                .isLessThan(Math.min(MAXIMUM_NEW_THREADS, LONG_POLLS / 2));
        assertThat(waits.get(LONG_POLLS - 1)).as("the last response").isLessThan(AT_ONCE);
    }

    private static CompletableFuture<TimedResponse> start(SolitudeClient client, AcceptedTask task, int number) {
        return client.start("GET", number % 2 == 0 ? task.result() : task.replay(), RequestBody.NONE)
                .thenApply(response -> new TimedResponse(response, Instant.now()));
    }

    private int waiting() {
        return Integer.parseInt(solitude.get("/probe/waiting/").text());
    }

    private static int threads() {
        try (ManagementClient management = new ManagementClient(TestServer.running())) {
            return management
                    .run(Operations.createReadAttributeOperation(
                            Operations.createAddress("core-service", "platform-mbean", "type", "threading"),
                            "thread-count"))
                    .asInt();
        }
    }
}
