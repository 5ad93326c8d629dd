package org.solitude.task.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DelayedTask;
import org.solitude.task.dispatch.DispatchMessage;
import org.solitude.task.dispatch.DispatchQueue;
import org.solitude.task.execution.InFlightTasks;
import org.solitude.task.execution.TaskLeases;

/**
 * Dispatches the tasks of a dead node again as soon as their leases lapse. A lapsed lease proves that the task was
 * received and is not running any more, so this needs none of the patience of {@link LostMessageRecovery}, which has to
 * tell lost messages from queued ones.
 *
 * <p>A node that was only slow may still run the task; its completion is conditional, so one of both counts.
 */
@ApplicationScoped
class LapsedLeaseRecovery {

    /** A task starts again within this time after its lease, and the time that its message takes. */
    static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Logger LOG = System.getLogger(LapsedLeaseRecovery.class.getName());
    private static final int FIRST_DISPATCHED = 1_000;

    @Inject
    private TaskLeases leases;

    @Inject
    private InFlightTasks inFlight;

    @Inject
    private DispatchQueue dispatchQueue;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    void recover() {
        Instant now = clock.instant();
        leases.lapsed(now, FIRST_DISPATCHED).stream()
                .filter(task -> !inFlight.contains(task.id()))
                .filter(task -> transactions.inNewTransaction(() -> leases.takeOver(task, now)))
                .forEach(this::dispatch);
    }

    private void dispatch(DelayedTask task) {
        LOG.log(
                Level.INFO,
                "task {0} is dispatched again: the node that ran it stopped renewing its lease",
                task.uuid());
        dispatchQueue.offer(DispatchMessage.of(task));
    }
}
