package org.solitude.task.submission;

import java.io.Serial;

/** No more can be accepted for the moment; there is no task. */
public class BacklogFullException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean perClient;

    BacklogFullException(boolean oneClientsDoing) {
        super(oneClientsDoing ? "too many tasks of one client wait" : "too many tasks wait");
        this.perClient = oneClientsDoing;
    }

    /** Whether it is this client's tasks that are too many, rather than everybody's. */
    public boolean isPerClient() {
        return perClient;
    }
}
