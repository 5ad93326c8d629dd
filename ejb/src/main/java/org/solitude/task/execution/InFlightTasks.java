package org.solitude.task.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.TaskSettings;

/**
 * The tasks this node runs at the moment. A heartbeat leases those that run for long, all in one statement, so that
 * nobody takes them for lost and clients see them {@code running}; a task shorter than a beat costs no extra write.
 */
@ApplicationScoped
public class InFlightTasks {

    private final Map<Long, Instant> startedById = new ConcurrentHashMap<>();

    @Inject
    private TaskLeases leases;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    /** Takes a task on, unless this node runs it already. */
    boolean begin(long id) {
        return startedById.putIfAbsent(id, clock.instant()) == null;
    }

    /** The task has ended here, one way or another. */
    void end(long id) {
        startedById.remove(id);
    }

    /** Whether this node is at it. */
    public boolean contains(long id) {
        return startedById.containsKey(id);
    }

    /** One heartbeat. */
    public void renewLeases() {
        Instant now = clock.instant();
        Instant longAgo = now.minus(settings.heartbeat());
        List<Long> longRunning = startedById.entrySet().stream()
                .filter(task -> !task.getValue().isAfter(longAgo))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!longRunning.isEmpty()) {
            transactions.inNewTransaction(() -> leases.renew(longRunning, now.plus(settings.lease())));
        }
    }
}
