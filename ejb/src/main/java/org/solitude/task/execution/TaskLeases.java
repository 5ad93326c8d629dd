package org.solitude.task.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.solitude.task.DelayedTask;

/** Stores which tasks are leased, and until when, in the tasks' rows, where all nodes see it. */
public interface TaskLeases {

    /**
     * Leases a task to the node that is about to attempt it.
     *
     * @param dueBy the time by which it must be due
     * @return whether it is still due, at the same attempt, and not leased
     */
    boolean claim(DelayedTask task, Instant dueBy, Instant now, Instant until);

    /** Extends the leases of those of these tasks that have not ended. */
    void renew(Collection<Long> tasks, Instant until);

    /**
     * Returns due tasks whose leases have lapsed, because their node died or could not renew them. It looks at the
     * {@code limit} tasks of each priority that were dispatched first: those that run are among them.
     */
    List<DelayedTask> lapsed(Instant now, int limit);

    /**
     * Takes a lapsed lease from a task that is to be dispatched again.
     *
     * @return false if another node did so first, the lease was renewed, or the task has ended
     */
    boolean takeOver(DelayedTask task, Instant now);
}
