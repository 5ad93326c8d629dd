package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.task.longpoll.LongPollRegistry;
import org.solitude.task.longpoll.LongPollSettings;
import org.solitude.task.longpoll.WaitingClient;
import org.solitude.time.PeriodicTask;
import org.solitude.time.PeriodicTasks;

/**
 * Registers the repeats that wait for the end of a first call, and wakes them where it ran on another node.
 *
 * <p>A waiting repeat holds no thread. {@link InFlightClaims} wakes it at the end of a call of this node; the ends of
 * other nodes' calls are found by one query for all.
 */
@ApplicationScoped
public class AwaitedClaims {

    private final Set<UUID> claims = ConcurrentHashMap.newKeySet();

    @Inject
    private LongPollRegistry waitingClients;

    @Inject
    private LongPollSettings settings;

    @Inject
    private IdempotencyRepository repository;

    @Inject
    private PeriodicTasks periodicTasks;

    private @Nullable PeriodicTask polling;

    void start(@Observes ReplayerRegistry.Ready ready) {
        polling = periodicTasks.every(settings.pollInterval(), "poll for ended claims", this::poll);
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        if (polling != null) {
            polling.stop();
        }
    }

    /**
     * Registers a repeat that waits for the end of this claim. The record must be read after this.
     *
     * @return empty if too many clients wait: answer at once
     */
    public Optional<WaitingClient> register(UUID claim) {
        Optional<WaitingClient> client = waitingClients.register(claim);
        client.ifPresent(each -> claims.add(claim));
        return client;
    }

    private void poll() {
        claims.retainAll(waitingClients.awaited());
        if (!claims.isEmpty()) {
            Set<UUID> ended = new HashSet<>(claims);
            repository.validClaimsAmong(ended).forEach(ended::remove);
            ended.forEach(waitingClients::wake);
        }
    }
}
