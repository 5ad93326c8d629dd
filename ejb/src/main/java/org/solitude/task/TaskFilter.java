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
 * @param before only tasks with a smaller id: those after the previous page
 * @param now the instant at which leases are judged
 */
public record TaskFilter(
        @Nullable String owner,
        @Nullable UUID uuid,
        @Nullable TaskState state,
        @Nullable Boolean run,
        @Nullable Long before,
        Instant now) {

    /** Selects from the whole list, from its first page on. */
    public TaskFilter(
            @Nullable String owner,
            @Nullable UUID uuid,
            @Nullable TaskState state,
            @Nullable Boolean run,
            Instant now) {
        this(owner, uuid, state, run, null, now);
    }

    /** Returns this filter for the rest of the list, after the task with the id {@code last}. */
    TaskFilter before(@Nullable Long last) {
        return new TaskFilter(owner, uuid, state, run, last, now);
    }
}
