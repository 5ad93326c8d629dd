package org.solitude.task.execution;

import java.time.Instant;
import java.util.Collection;
import org.solitude.task.DelayedTask;

/** Stores which tasks are leased, and until when, in the tasks' rows, where all nodes see it. */
public interface TaskLeases {

    /** Returns whether other nodes may run the same tasks: an embedded database belongs to one process. */
    boolean areShared();

    /**
     * Leases a task to the node that is about to attempt it.
     *
     * @param dueBy the time by which it must be due
     * @return whether it is still due, at the same attempt, and not leased
     */
    boolean claim(DelayedTask task, Instant dueBy, Instant now, Instant until);

    /** Extends the leases of those of these tasks that have not ended. */
    void renew(Collection<Long> tasks, Instant until);
}
