package org.solitude.task.cancellation;

import org.solitude.task.DelayedTask;

/**
 * Who makes effects that no rollback takes back (calls to a payment provider) says here for which tasks one has begun. A
 * {@link TaskCancellation} asks every bean of this type, under the lock of the task's row, and so does who lets a task expire.
 *
 * <p>So that a cancelled task never has an effect, the other side keeps to the same lock. Before an effect begins, in a
 * transaction of its own: {@linkplain org.solitude.task.TaskRepository#lock lock} the task's row; give up where it is no longer {@linkplain
 * DelayedTask#isAt at} the attempt under way; note that the effect begins; commit. Then, and only then, begin it. Either the
 * note is there when a cancellation asks, or the cancellation is there when the note would be written.
 */
public interface NonTransactionalEffects {

    /** Whether an effect has begun for this task, at whatever attempt. It may have failed since: nobody knows. */
    boolean haveStartedFor(DelayedTask task);
}
