package org.solitude.task.execution;

import java.io.Serial;
import java.time.Duration;

/** Thrown when a request cannot be replayed now for a temporary reason that is not the request's own. */
public class DeferredException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    public DeferredException(String reason, Duration delay) {
        super(reason);
        this.delay = delay;
    }

    /** Returns how long to wait before the next attempt. */
    public Duration delay() {
        return delay;
    }
}
