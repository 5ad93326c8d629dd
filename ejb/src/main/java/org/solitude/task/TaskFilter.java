package org.solitude.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects tasks for a list. A null selects all.
 *
 * @param owner the owner of the tasks
 * @param uuid the UUID of one task
 * @param state the state as clients see it at {@code now}
 * @param run whether the task has run
 * @param path the path of their request, without its query
 * @param now the instant at which leases are judged
 */
public record TaskFilter(
        @Nullable String owner,
        @Nullable UUID uuid,
        @Nullable TaskState state,
        @Nullable Boolean run,
        @Nullable String path,
        Instant now) {}
