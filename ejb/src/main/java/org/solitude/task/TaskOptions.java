package org.solitude.task;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client may ask of the delay itself.
 *
 * @param priority 0 (last) to 9 (first), as in JMS
 * @param notBefore when it may run at the earliest, null for at once
 * @param expires when it must have started, null for whenever
 * @param retries how often it is tried again, a plain 500 included; null for the server's own policy
 * @param orderingKey runs after its client's earlier tasks with this key have ended; null for whenever
 * @param callback whom to call when it has ended, null for nobody, and once the task has been accepted
 */
public record TaskOptions(
        int priority,
        @Nullable Instant notBefore,
        @Nullable Instant expires,
        @Nullable Integer retries,
        @Nullable String orderingKey,
        @Nullable URI callback) {

    /** JMS's own default priority: neither before nor after the others. */
    public static final int DEFAULT_PRIORITY = 4;

    /** Nothing in particular. */
    public static final TaskOptions NONE = new TaskOptions(DEFAULT_PRIORITY, null, null, null, null, null);
}
