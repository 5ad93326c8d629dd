package org.solitude.violence;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.RequestBody;
import org.solitude.client.Solitude;

/** Eight clients, each writing one request after the other, up or down. */
final class Writers implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int BREATH = 10;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CONNECTIONS);
    private final Solitude solitude;
    private final Ledger ledger;

    Writers(Solitude solitude, Ledger ledger) {
        this.solitude = solitude.with("Solitude-Async", "yes");
        this.ledger = ledger;
    }

    void start(Plan plan) {
        for (int i = 0; i < CONNECTIONS; i++) {
            Random chance = plan.chance(i);
            threads.scheduleWithFixedDelay(() -> write(chance), BREATH * i, BREATH, TimeUnit.MILLISECONDS);
        }
    }

    private void write(Random chance) {
        try {
            Kind kind = Kind.any(chance);
            attempt(solitude, kind, kind.uuid(chance)).ifPresent(ledger::add);
        } catch (RuntimeException e) {
            // an executor would drop it, and the writer with it
            ledger.stumbled(e);
        }
    }

    /** What the writer knows afterwards; nothing where nobody listened, as nothing was asked. */
    static Optional<Write> attempt(Solitude solitude, Kind kind, String uuid) {
        try {
            Answer answer = solitude.send("POST", kind.path(), RequestBody.json("{\"uuid\": \"" + uuid + "\"}"));
            if (answer.status() == 202) {
                return Optional.of(
                        Write.accepted(kind, uuid, Accepted.of(solitude, answer).uuid()));
            }
            return Optional.of(Write.answered(kind, uuid, answer.status()));
        } catch (UncheckedIOException cut) {
            return cut.getCause() instanceof ConnectException
                    ? Optional.empty()
                    : Optional.of(Write.cutOff(kind, uuid));
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
