package org.solitude.task.execution;

import java.io.Serial;
import java.time.Duration;

/** A request that cannot be made again now, for a reason that passes by itself and is not the request's. */
public class DeferredException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    public DeferredException(String reason, Duration delay) {
        super(reason);
        this.delay = delay;
    }

    /** How long to wait before asking again. */
    public Duration delay() {
        return delay;
    }
}
