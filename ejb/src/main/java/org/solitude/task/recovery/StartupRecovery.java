package org.solitude.task.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.dispatch.DispatchMessage;
import org.solitude.task.dispatch.DispatchQueue;
import org.solitude.task.dispatch.TaskDispatcher;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.time.PeriodicTask;
import org.solitude.time.PeriodicTasks;

/**
 * Starts and stops the dispatch of tasks together with the resource layer that runs them.
 *
 * <p>At start it dispatches every due task again in accepted order (messages do not survive a restart, rows do), and
 * then lets {@link LostMessageRecovery} run periodically. Both run in the background, so a long backlog does not delay
 * the start.
 */
@ApplicationScoped
public class StartupRecovery {

    private static final Logger LOG = System.getLogger(StartupRecovery.class.getName());
    private static final int BATCH = 500;
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

    private final List<PeriodicTask> running = new ArrayList<>();

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskDispatcher dispatcher;

    @Inject
    private DispatchQueue dispatchQueue;

    @Inject
    private LostMessageRecovery lostMessages;

    @Inject
    private LapsedLeaseRecovery lapsedLeases;

    @Inject
    private PeriodicTasks periodicTasks;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    private volatile boolean recovered;
    private long dispatchedUpTo;

    void start(@Observes ReplayerRegistry.Ready ready) {
        Instant started = clock.instant();
        dispatchQueue.open();
        running.add(periodicTasks.nowAndEvery(
                RETRY_INTERVAL, "dispatch of the tasks due at start", () -> dispatchAllDueBefore(started)));
        running.add(periodicTasks.nowAndEvery(
                settings.recoveryInterval(), "recovery of lost messages", this::recoverLostMessages));
        running.add(periodicTasks.every(
                LapsedLeaseRecovery.INTERVAL, "recovery of lapsed leases", this::recoverLapsedLeases));
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        running.forEach(PeriodicTask::stop);
        running.clear();
        dispatchQueue.close();
    }

    private void recoverLostMessages() {
        if (recovered) {
            lostMessages.recover();
        }
    }

    private void recoverLapsedLeases() {
        if (recovered) {
            lapsedLeases.recover();
        }
    }

    /** Continues after the last dispatched batch if an earlier run failed. */
    private void dispatchAllDueBefore(Instant started) {
        if (recovered) {
            return;
        }
        List<DelayedTask> due = tasks.due(dispatchedUpTo, started, BATCH);
        int found = 0;
        while (!due.isEmpty()) {
            dispatcher.dispatch(due.stream().map(this::afterLeaseExpiry).toList());
            dispatchedUpTo = due.get(due.size() - 1).id();
            found += due.size();
            due = tasks.due(dispatchedUpTo, started, BATCH);
        }
        recovered = true;
        LOG.log(Level.INFO, "{0} tasks were due at start and are dispatched", found);
    }

    /** Delays a task that a node ran when it died until its lease expires. */
    private DispatchMessage afterLeaseExpiry(DelayedTask task) {
        Instant now = clock.instant();
        Instant leasedUntil = task.dispatchState().leasedUntil();
        boolean leased = leasedUntil != null && leasedUntil.isAfter(now);
        return DispatchMessage.of(task, leased ? Duration.between(now, leasedUntil) : Duration.ZERO);
    }
}
