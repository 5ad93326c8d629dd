package org.solitude.task.longpoll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskRepository;
import org.solitude.task.execution.ReplayerRegistry;
import org.solitude.time.PeriodicTask;
import org.solitude.time.PeriodicTasks;

/**
 * Polls the database for the end of tasks that clients of this node wait for, in case the notification of the node that
 * ran the task is lost.
 *
 * <p>One query covers all waiting clients; none is made while no client waits.
 */
@ApplicationScoped
public class TaskEndPoller {

    /** As many tasks as one statement handles well. */
    private static final int BATCH = 5_000;

    @Inject
    private LongPollSettings settings;

    @Inject
    private LongPollRegistry longPolls;

    @Inject
    private TaskRepository tasks;

    @Inject
    private PeriodicTasks periodicTasks;

    private @Nullable PeriodicTask polling;

    void start(@Observes ReplayerRegistry.Ready ready) {
        polling = periodicTasks.every(settings.pollInterval(), "poll for ended tasks", this::poll);
    }

    void stop(@Observes ReplayerRegistry.Gone gone) {
        if (polling != null) {
            polling.stop();
        }
    }

    private void poll() {
        List<UUID> awaited = longPolls.awaited();
        for (int from = 0; from < awaited.size(); from += BATCH) {
            tasks.endedAmong(awaited.subList(from, Math.min(from + BATCH, awaited.size())))
                    .forEach(longPolls::wake);
        }
    }
}
