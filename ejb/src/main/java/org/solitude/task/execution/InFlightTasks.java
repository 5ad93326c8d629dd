package org.solitude.task.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solitude.time.PeriodicTask;

/**
 * Knows which tasks this node runs at the moment. A {@link Heartbeat} leases those that run for long, so that no node
 * takes them for lost and clients see them {@code running}.
 */
@ApplicationScoped
public class InFlightTasks {

    private final Map<Long, Instant> startedById = new ConcurrentHashMap<>();

    @Inject
    private TaskLeases leases;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Clock clock;

    private @Nullable PeriodicTask renewal;

    void start(@Observes ReplayerRegistry.Ready ready) {
        renewal = heartbeat.renewEachInterval("tasks", startedById, Function.identity(), leases::renew);
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        if (renewal != null) {
            renewal.stop();
        }
    }

    /** Adds a task; false if this node runs it already. */
    boolean begin(long id) {
        return startedById.putIfAbsent(id, clock.instant()) == null;
    }

    /** Removes a task after its attempt, whatever its outcome. */
    void end(long id) {
        startedById.remove(id);
    }

    /** Returns whether this node runs the task. */
    public boolean contains(long id) {
        return startedById.containsKey(id);
    }
}
