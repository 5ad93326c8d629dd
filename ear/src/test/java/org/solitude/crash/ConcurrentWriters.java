package org.solitude.crash;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Eight clients that each send one write after another, whether the server runs or not. */
final class ConcurrentWriters implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int PAUSE_MILLIS = 10;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CONNECTIONS);
    private final SolitudeClient solitude;
    private final WriteHistory history;

    ConcurrentWriters(SolitudeClient solitude, WriteHistory history) {
        this.solitude = solitude.with("Solitude-Async", "yes");
        this.history = history;
    }

    void start(CrashPlan plan) {
        for (int i = 0; i < CONNECTIONS; i++) {
            Random random = plan.random(i);
            threads.scheduleWithFixedDelay(() -> write(random), PAUSE_MILLIS * i, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write(Random random) {
        try {
            WriteKind kind = WriteKind.random(random);
            attempt(solitude, kind, kind.uuid(random)).ifPresent(history::add);
        } catch (RuntimeException e) {
            // the executor would swallow the exception and stop this writer
            history.addWriterFailure(e);
        }
    }

    /** Sends a write and returns its outcome; empty if the server did not accept the connection. */
    static Optional<AttemptedWrite> attempt(SolitudeClient solitude, WriteKind kind, String uuid) {
        try {
            ApiResponse response = solitude.send("POST", kind.path(), RequestBody.json("{\"uuid\": \"" + uuid + "\"}"));
            if (response.status() == 202) {
                return Optional.of(AttemptedWrite.accepted(
                        kind, uuid, AcceptedTask.of(solitude, response).uuid()));
            }
            return Optional.of(AttemptedWrite.refusedOrFailed(kind, uuid, response.status()));
        } catch (UncheckedIOException e) {
            return e.getCause() instanceof ConnectException
                    ? Optional.empty()
                    : Optional.of(AttemptedWrite.connectionBroken(kind, uuid));
        }
    }

    /** Lets each client finish its current request. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
