package org.solitude.task.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskEnded;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskState;

/**
 * Calls a task off, under its row's lock: either the cancellation is first, and an attempt that is under way finds the
 * row changed and rolls back, or the attempt's outcome is first, and there is nothing left to cancel. Where an attempt has
 * begun what no rollback takes back, it is too late as well.
 */
@ApplicationScoped
public class TaskCancellation {

    @Inject
    private TaskRepository tasks;

    @Inject
    private StartedEffectsCheck startedEffects;

    @Inject
    private Event<TaskEnded> ended;

    @Inject
    private Clock clock;

    /**
     * What stands against a cancellation.
     *
     * @param state of the task
     * @param begun whether it has yet to end, and an effect that cannot be taken back has begun for it
     */
    public record Objection(TaskState state, boolean effectStarted) {}

    /**
     * Cancels the task, in the transaction of the caller.
     *
     * @return what stands against it, or empty where the task is cancelled now
     */
    public Optional<Objection> cancel(DelayedTask task) {
        DelayedTask row = tasks.lock(task.id()).orElseThrow();
        if (!TaskState.DUE.contains(row.state())) {
            return Optional.of(new Objection(row.state(), false));
        }
        if (startedEffects.anyStartedFor(row)) {
            return Optional.of(new Objection(row.stateAt(clock.instant()), true));
        }
        row.cancel(clock.instant());
        ended.fire(new TaskEnded(row));
        return Optional.empty();
    }
}
