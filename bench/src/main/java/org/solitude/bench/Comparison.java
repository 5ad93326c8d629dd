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

/** The same creation of a buyer, synchronously and asynchronously, and what polling costs. */
public final class Comparison {
    private static final String PATH = "/generic/buyer/";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SolitudeClient solitude;
    private final LoadGenerator load;

    public Comparison(SolitudeClient solitude, LoadGenerator load) {
        this.solitude = solitude;
        this.load = load;
    }

    /** Synchronous, accepted, run, polled: in this order, the first being the measure of the others. */
    public List<Throughput> run() {
        Throughput synchronous = load.of("synchronous", 201, () -> create(solitude));
        Queue<AcceptedTask> promises = new ConcurrentLinkedQueue<>();
        SolitudeClient delayed = solitude.with("Solitude-Async", "yes");
        Instant start = Instant.now();
        Throughput accepted = load.of("accepted", 202, () -> {
            ApiResponse answer = create(delayed);
            promises.add(AcceptedTask.of(delayed, answer));
            return answer;
        });
        awaitAll();
        Throughput run = Throughput.of("accepted and run", accepted.number(), Duration.between(start, Instant.now()));
        Throughput polled = load.of("polled", 201, () -> {
            AcceptedTask promise = Optional.ofNullable(promises.poll()).orElseThrow();
            promises.add(promise);
            return promise.askForReplay();
        });
        return List.of(synchronous, accepted, run, polled);
    }

    private static ApiResponse create(SolitudeClient solitude) {
        return solitude.send("POST", PATH, RequestBody.json("{\"uuid\": \"bench:" + UUID.randomUUID() + "\"}"));
    }

    private void awaitAll() {
        Awaitility.await("the last task")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> solitude.get("/delay/result/?run=false&limit=1")
                        .json()
                        .getJsonArray("objects")
                        .isEmpty());
    }
}
