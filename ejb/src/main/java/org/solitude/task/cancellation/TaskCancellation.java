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
 * Cancels tasks while it holds the lock of their row.
 *
 * <p>If the cancellation is first, an attempt in progress finds the row changed and rolls back. If the attempt's
 * outcome is first, the task has ended and cannot be cancelled. Nor can a task for which an effect has started that no
 * rollback undoes.
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
     * Says why a task cannot be cancelled.
     *
     * @param state the state of the task
     * @param effectStarted whether it has not ended, but an effect has started that no rollback undoes
     */
    public record Objection(TaskState state, boolean effectStarted) {}

    /**
     * Cancels the task in the current transaction.
     *
     * @return why it cannot be cancelled; empty if it is cancelled now
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
