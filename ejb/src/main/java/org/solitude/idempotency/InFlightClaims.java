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
 * The claims of calls that run on this node: who waits for one is woken when it ends, and a heartbeat extends those that
 * run for long, all in one statement. A claim of a node that died is void when its time is over.
 */
@ApplicationScoped
class InFlightClaims {

    /** How often a claim of another node is looked at; nobody here learns when it ends. */
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

    /** Returns when the claim has ended, or when it is time to look again. */
    void await(UUID claim, Duration atMost) throws InterruptedException {
        Duration pause = atMost.compareTo(POLL_INTERVAL) < 0 ? atMost : POLL_INTERVAL;
        try {
            calls.getOrDefault(claim, ON_OTHER_NODE).ended.get(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // the caller looks again
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end has no failure", e);
        }
    }
}
