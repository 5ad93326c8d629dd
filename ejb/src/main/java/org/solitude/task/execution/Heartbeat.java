package org.solitude.task.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.TaskSettings;
import org.solitude.time.PeriodicTask;
import org.solitude.time.PeriodicTasks;

/**
 * Renews the leases of work in flight on this node, so that it does not count as lost.
 *
 * <p>A heartbeat renews only work that has been running for at least one interval: shorter work costs no extra write.
 * Each kind of lease has a periodic task of its own, so one whose renewal fails does not stop the others.
 */
@ApplicationScoped
public class Heartbeat {

    @Inject
    private PeriodicTasks periodicTasks;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    /** Updates leases in the database. */
    @FunctionalInterface
    public interface Renewal<K> {

        /** Extends these leases, in one statement of the current transaction. */
        void extend(List<K> leases, Instant until);
    }

    /**
     * Renews leases at every heartbeat, each time in a new transaction.
     *
     * @param leases names the kind of lease in log messages
     * @param inFlight the work in flight by the key of its lease, read again at every heartbeat
     * @param startedAt returns when a piece of work started
     */
    public <K extends Comparable<? super K>, V> PeriodicTask renewEachInterval(
            String leases, Map<K, V> inFlight, Function<V, Instant> startedAt, Renewal<K> renewal) {
        return periodicTasks.every(settings.heartbeat(), "heartbeat of " + leases, () -> {
            Instant now = clock.instant();
            Instant oneIntervalAgo = now.minus(settings.heartbeat());
            List<K> longRunning = inFlight.entrySet().stream()
                    .filter(work -> !startedAt.apply(work.getValue()).isAfter(oneIntervalAgo))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (!longRunning.isEmpty()) {
                transactions.inNewTransaction(() -> renewal.extend(longRunning, now.plus(settings.lease())));
            }
        });
    }
}
