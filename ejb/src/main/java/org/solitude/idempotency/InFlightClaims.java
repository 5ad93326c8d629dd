package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.solitude.task.execution.Heartbeat;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.task.longpoll.LongPollRegistry;

/**
 * Knows the claims of calls that run on this node, and wakes the repeats that wait for them.
 *
 * <p>A {@link Heartbeat} extends the claims of calls that run for long. The claim of a node that died expires.
 */
@ApplicationScoped
class InFlightClaims {

    private final Map<UUID, Instant> startedAt = new ConcurrentHashMap<>();

    @Inject
    private IdempotencyRepository repository;

    @Inject
    private LongPollRegistry waitingClients;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Clock clock;

    void start(@Observes ReplayerRegistry.Ready ready) {
        heartbeat.renewEachInterval("idempotency claims", startedAt, Function.identity(), repository::extendClaims);
    }

    void begin(UUID claim) {
        startedAt.put(claim, clock.instant());
    }

    void end(UUID claim) {
        startedAt.remove(claim);
        waitingClients.wake(claim);
    }
}
