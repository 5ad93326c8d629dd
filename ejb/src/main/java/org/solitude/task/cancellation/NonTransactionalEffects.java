package org.solitude.task.cancellation;

import org.solitude.task.DelayedTask;

/**
 * Reports for which tasks an effect has started that no rollback undoes (a call to a payment provider).
 *
 * <p>{@link TaskCancellation} asks every bean of this type while it holds the lock of the task's row; so do expiry and
 * execution.
 *
 * <p>An implementation must use the same lock, so that a cancelled task never has an effect. Before it starts an
 * effect, in a transaction of its own, it must {@linkplain org.solitude.task.TaskRepository#lock lock} the task's row,
 * give up if the row is no longer {@linkplain DelayedTask#isAtAttempt at the attempt} in progress, record that the
 * effect starts, and commit. Only then may it start the effect. So either the cancellation finds the record, or the
 * record is not written because the task is cancelled.
 */
public interface NonTransactionalEffects {

    /** Returns whether an effect has started for this task, in any attempt, whether or not it succeeded. */
    boolean haveStartedFor(DelayedTask task);
}
