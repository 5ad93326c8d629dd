package org.solitude.task.execution;

import java.time.Instant;
import java.util.Collection;
import org.solitude.task.DelayedTask;

/** Which node is at which tasks, and until when: in the tasks' rows, where all nodes see it. */
public interface TaskLeases {

    /** Whether other nodes may have the same tasks: an embedded database belongs to one process. */
    boolean areShared();

    /**
     * Leases a task to who is about to attempt it.
     *
     * @param dueBy when it must be due at the latest
     * @return whether it is still due, at the same attempt, and leased to nobody else
     */
    boolean claim(DelayedTask task, Instant dueBy, Instant now, Instant until);

    /** Extends the leases of those among these tasks that are still due. */
    void renew(Collection<Long> tasks, Instant until);
}
