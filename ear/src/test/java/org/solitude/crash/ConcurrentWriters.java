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

/** Eight clients, each writing one request after the other, up or down. */
final class ConcurrentWriters implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int PAUSE_MILLIS = 10;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CONNECTIONS);
    private final SolitudeClient solitude;
    private final WriteHistory history;

    ConcurrentWriters(SolitudeClient solitude, WriteHistory ledger) {
        this.solitude = solitude.with("Solitude-Async", "yes");
        this.history = ledger;
    }

    void start(CrashPlan plan) {
        for (int i = 0; i < CONNECTIONS; i++) {
            Random chance = plan.random(i);
            threads.scheduleWithFixedDelay(() -> write(chance), PAUSE_MILLIS * i, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write(Random chance) {
        try {
            WriteKind kind = WriteKind.random(chance);
            attempt(solitude, kind, kind.uuid(chance)).ifPresent(history::add);
        } catch (RuntimeException e) {
            // an executor would drop it, and the writer with it
            history.addWriterFailure(e);
        }
    }

    /** What the writer knows afterwards; nothing where nobody listened, as nothing was asked. */
    static Optional<AttemptedWrite> attempt(SolitudeClient solitude, WriteKind kind, String uuid) {
        try {
            ApiResponse answer = solitude.send("POST", kind.path(), RequestBody.json("{\"uuid\": \"" + uuid + "\"}"));
            if (answer.status() == 202) {
                return Optional.of(AttemptedWrite.accepted(
                        kind, uuid, AcceptedTask.of(solitude, answer).uuid()));
            }
            return Optional.of(AttemptedWrite.refusedOrFailed(kind, uuid, answer.status()));
        } catch (UncheckedIOException cut) {
            return cut.getCause() instanceof ConnectException
                    ? Optional.empty()
                    : Optional.of(AttemptedWrite.cutOff(kind, uuid));
        }
    }

    /** Lets each finish the request it has begun. */
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
