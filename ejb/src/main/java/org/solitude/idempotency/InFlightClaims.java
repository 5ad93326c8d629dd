package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.solitude.task.execution.Heartbeat;
import org.solitude.task.execution.ReplayerRegistry;

/**
 * Knows the claims of calls that run on this node, and wakes the calls that wait for them.
 *
 * <p>A {@link Heartbeat} extends the claims of calls that run for long. The claim of a node that died expires.
 */
@ApplicationScoped
class InFlightClaims {

    /** How often a waiting call polls a claim of another node, whose end is not notified. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private static final Call ON_OTHER_NODE = new Call(Instant.MAX, new CompletableFuture<>());

    private final Map<UUID, Call> calls = new ConcurrentHashMap<>();

    @Inject
    private IdempotencyRepository repository;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Clock clock;

    private record Call(Instant startedAt, CompletableFuture<Void> ended) {}

    void start(@Observes ReplayerRegistry.Ready ready) {
        heartbeat.renewEachInterval("idempotency claims", calls, Call::startedAt, repository::extendClaims);
    }

    void begin(UUID claim) {
        calls.put(claim, new Call(clock.instant(), new CompletableFuture<>()));
    }

    void end(UUID claim) {
        Call call = calls.remove(claim);
        if (call != null) {
            call.ended.complete(null);
        }
    }

    /** Returns when the claim has ended, or when it is time to read the record again. */
    void await(UUID claim, Duration atMost) throws InterruptedException {
        Duration pause = atMost.compareTo(POLL_INTERVAL) < 0 ? atMost : POLL_INTERVAL;
        try {
            calls.getOrDefault(claim, ON_OTHER_NODE).ended.get(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the caller reads the record again
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end has no failure", e);
        }
    }
}
