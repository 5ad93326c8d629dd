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

/** Many long polls at once: none has a thread of its own, and all are answered when their tasks have run. */
@UsesSharedServer
class ManyLongPollsIT {
    private static final Path MEASURED = Path.of("target", "many-waiters.txt");

    private static final int WAITERS = Integer.getInteger("waiters", 300);
    private static final int TASKS = 10;

    /** All the threads that serve requests may have come meanwhile, and some for the server's own affairs. */
    private static final int MORE_THREADS = 100;

    private static final Duration SOON = Duration.ofSeconds(45);
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final SolitudeClient solitude = TestServer.client();
    private final String gate = "/probe/gate/" + UUID.randomUUID() + "/";

    private record Woken(ApiResponse answer, Instant at) {}

    @Test
    void holdNoThreadsAndAreWokenAtOnce() throws IOException {
        List<AcceptedTask> tasks = IntStream.range(0, TASKS)
                .mapToObj(number -> solitude.asynchronously().post(gate, "{}"))
                .toList();
        int threadsBefore = threads();
        SolitudeClient patient = solitude.with("Prefer", "wait=60");
        List<CompletableFuture<Woken>> polls = IntStream.range(0, WAITERS)
                .mapToObj(number -> start(patient, tasks.get(number % TASKS), number))
                .toList();
        await("all wait").atMost(SOON).until(() -> waiting() == WAITERS);
        int threadsMeanwhile = threads();
        assertThat(polls).noneMatch(CompletableFuture::isDone);

        Instant opened = Instant.now();
        solitude.delete(gate);
        await("all are answered").atMost(SOON).until(() -> polls.stream().allMatch(CompletableFuture::isDone));

        List<Duration> waits = polls.stream()
                .map(poll -> Duration.between(opened, poll.join().at()))
                .sorted()
                .toList();
        Files.writeString(
                MEASURED,
                "%d waited: threads before %d, meanwhile %d; woken after %s (first), %s (median), %s (last)%n"
                        .formatted(
                                WAITERS,
                                threadsBefore,
                                threadsMeanwhile,
                                waits.get(0),
                                waits.get(WAITERS / 2),
                                waits.get(WAITERS - 1)));
        assertThat(polls).allSatisfy(poll -> assertThat(poll.join().answer().isFinal())
                .as("%s", poll.join().answer())
                .isTrue());
        assertThat(threadsMeanwhile - threadsBefore).as("more threads").isLessThan(Math.min(MORE_THREADS, WAITERS / 2));
        assertThat(waits.get(WAITERS - 1)).as("the last").isLessThan(AT_ONCE);
    }

    private static CompletableFuture<Woken> start(SolitudeClient client, AcceptedTask task, int number) {
        return client.start("GET", number % 2 == 0 ? task.result() : task.replay(), RequestBody.NONE)
                .thenApply(answer -> new Woken(answer, Instant.now()));
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
