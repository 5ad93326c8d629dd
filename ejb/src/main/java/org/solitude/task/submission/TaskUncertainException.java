package org.solitude.task.submission;

import java.io.Serial;
import java.util.UUID;

/** The database went away while a task was saved: there may be a task of this uuid or not. */
public class TaskUncertainException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID task;

    TaskUncertainException(UUID task, Throwable cause) {
        super("task " + task + " may be saved or not", cause);
        this.task = task;
    }

    public UUID task() {
        return task;
    }
}
