package org.solitude.task.longpoll;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskRepository;
import org.solitude.task.execution.ReplayerRegistry;

/**
 * Looks now and then (once a second) which of the tasks that are waited for have ended: for ends on a node whose word did
 * not get here. One query for all who wait, and none while nobody does.
 */
@ApplicationScoped
public class TaskEndPoller {

    private static final Logger LOG = System.getLogger(TaskEndPoller.class.getName());
    /** As many as a statement takes well; more are looked at in several. */
    private static final int BATCH = 5_000;

    @Inject
    private LongPollSettings settings;

    @Inject
    private LongPollRegistry longPolls;

    @Inject
    private TaskRepository tasks;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> polling;

    void start(@Observes ReplayerRegistry.Ready ready) {
        long pause = settings.pollInterval().toMillis();
        polling = scheduler.scheduleWithFixedDelay(this::poll, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        if (polling != null) {
            polling.cancel(false);
        }
    }

    private void poll() {
        try {
            List<UUID> waitedFor = longPolls.tasks();
            for (int from = 0; from < waitedFor.size(); from += BATCH) {
                tasks.endedAmong(waitedFor.subList(from, Math.min(from + BATCH, waitedFor.size())))
                        .forEach(longPolls::wake);
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "the look for ended tasks failed; the next one is in " + settings.pollInterval(), e);
        }
    }
}
