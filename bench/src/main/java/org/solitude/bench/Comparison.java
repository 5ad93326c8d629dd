package org.solitude.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Compares the creation of a buyer synchronously and asynchronously, and measures polling. */
public final class Comparison {
    private static final String PATH = "/generic/buyer/";
    private static final Duration RUN_LIMIT = Duration.ofMinutes(10);

    private final SolitudeClient solitude;
    private final LoadGenerator load;

    public Comparison(SolitudeClient solitude, LoadGenerator load) {
        this.solitude = solitude;
        this.load = load;
    }

    /**
     * Measures synchronous, accepted, run and polled requests, in this order; the first is the baseline of the
     * report.
     */
    public List<Throughput> run() {
        Throughput synchronous = load.of("synchronous", 201, () -> create(solitude));
        Queue<AcceptedTask> tasks = new ConcurrentLinkedQueue<>();
        SolitudeClient asynchronous = solitude.with("Solitude-Async", "yes");
        Instant start = Instant.now();
        Throughput accepted = load.of("accepted", 202, () -> {
            ApiResponse response = create(asynchronous);
            tasks.add(AcceptedTask.of(asynchronous, response));
            return response;
        });
        awaitTasks();
        Throughput run = Throughput.of("accepted and run", accepted.number(), Duration.between(start, Instant.now()));
        Throughput polled = load.of("polled", 201, () -> {
            AcceptedTask task = Optional.ofNullable(tasks.poll()).orElseThrow();
            tasks.add(task);
            return task.askForReplay();
        });
        return List.of(synchronous, accepted, run, polled);
    }

    private static ApiResponse create(SolitudeClient solitude) {
        return solitude.send("POST", PATH, RequestBody.json("{\"uuid\": \"bench:" + UUID.randomUUID() + "\"}"));
    }

    private void awaitTasks() {
        Awaitility.await("the last task")
                .atMost(RUN_LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> solitude.get("/delay/result/?run=false&limit=1")
                        .json()
                        .getJsonArray("objects")
                        .isEmpty());
    }
}
