package org.solitude.delay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Calls a task off, under its row's lock: either the cancellation is first, and an attempt that is under way finds the
 * row changed and rolls back, or the attempt's outcome is first, and there is nothing left to cancel.
 */
@ApplicationScoped
public class Cancellation {

    @Inject
    private TaskRepository tasks;

    @Inject
    private Event<TaskEnded> ended;

    @Inject
    private Clock clock;

    /**
     * Cancels the task, in the transaction of the caller.
     *
     * @return the state that stands against it, or empty where the task is cancelled now
     */
    public Optional<TaskState> cancel(DelayedTask task) {
        DelayedTask row = tasks.lock(task.id()).orElseThrow();
        if (!TaskState.DUE.contains(row.state())) {
            return Optional.of(row.state());
        }
        row.cancel(clock.instant());
        ended.fire(new TaskEnded(row));
        return Optional.empty();
    }
}
