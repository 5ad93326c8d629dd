package org.solitude.task.recovery;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.dispatch.DispatchMessage;
import org.solitude.task.dispatch.DispatchQueue;
import org.solitude.task.dispatch.TaskDispatcher;
import org.solitude.task.execution.ReplayerRegistry;

/**
 * Sets the delay core going once the resource layer can take replays: first every due task is announced again in
 * accepted order (messages do not survive a restart, rows do), then the sweep makes its rounds. All in the background:
 * a long backlog does not hold up the start.
 */
@ApplicationScoped
public class StartupRecovery {

    private static final Logger LOG = System.getLogger(StartupRecovery.class.getName());
    private static final int BATCH = 500;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskDispatcher dispatcher;

    @Inject
    private DispatchQueue dispatchQueue;

    @Inject
    private LostMessageRecovery lostMessages;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> recoveryRounds;
    private @Nullable ScheduledFuture<?> recovery;
    private volatile boolean recovered;
    private long dispatchedUpTo;

    void start(@Observes ReplayerRegistry.Ready ready) {
        Instant started = clock.instant();
        dispatchQueue.open();
        recovery = every(BETWEEN_TRIES, "recovery", () -> dispatchAllDueBefore(started));
        recoveryRounds = every(settings.recoveryInterval(), "sweep", () -> {
            if (recovered) {
                lostMessages.recover();
            }
        });
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        for (ScheduledFuture<?> job : new ScheduledFuture<?>[] {recovery, recoveryRounds}) {
            if (job != null) {
                job.cancel(false);
            }
        }
        dispatchQueue.close();
    }

    /** Goes on where an earlier try broke off. */
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
        LOG.log(Level.INFO, "{0} tasks were due at start and are announced", found);
    }

    /** What an earlier life of a node ran when it died stays leased for a moment. */
    private DispatchMessage afterLeaseExpiry(DelayedTask task) {
        Instant now = clock.instant();
        Instant leasedUntil = task.dispatchState().leasedUntil();
        boolean leased = leasedUntil != null && leasedUntil.isAfter(now);
        return DispatchMessage.of(task, leased ? Duration.between(now, leasedUntil) : Duration.ZERO);
    }

    private ScheduledFuture<?> every(Duration period, String name, Runnable work) {
        return scheduler.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        LOG.log(Level.WARNING, "the " + name + " failed and is tried again in " + period, e);
                    }
                },
                0,
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
