package org.solitude.task.submission;

import java.io.Serial;

/** Thrown when the backlog is full; no task was created. */
public class BacklogFullException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean perClient;

    BacklogFullException(boolean oneClientsDoing) {
        super(
                oneClientsDoing
                        ? "one client has too many tasks that have not ended"
                        : "there are too many tasks that have not ended");
        this.perClient = oneClientsDoing;
    }

    /** Returns whether this client has too many tasks, rather than all clients together. */
    public boolean isPerClient() {
        return perClient;
    }
}
