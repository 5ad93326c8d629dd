package org.solitude.task;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds the options that a client may set for a task.
 *
 * @param priority 0 (lowest) to 9 (highest), as in JMS
 * @param notBefore the earliest time to run; null for at once
 * @param expires the time by which it must have started; null for no limit
 * @param retries how often it is retried, also after a 500; null for the server's policy
 * @param orderingKey makes it run after the client's earlier tasks with the same key; null for no order
 * @param callback the webhook URL called when the task ends; null for none, and always null after the task is accepted
 */
public record TaskOptions(
        int priority,
        @Nullable Instant notBefore,
        @Nullable Instant expires,
        @Nullable Integer retries,
        @Nullable String orderingKey,
        @Nullable URI callback) {

    /** The default priority of JMS. */
    public static final int DEFAULT_PRIORITY = 4;

    /** The options of a client that sets none. */
    public static final TaskOptions NONE = new TaskOptions(DEFAULT_PRIORITY, null, null, null, null, null);
}
