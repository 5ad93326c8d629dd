package org.solitude.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects tasks to list. A null selects all.
 *
 * @param owner the owner of the tasks
 * @param uuid the UUID of the one task
 * @param state the state that clients see at {@code now}
 * @param run whether they have run
 * @param before an id that theirs are smaller than: the last one of the previous page
 * @param now the time at which leases are compared
 */
public record TaskFilter(
        @Nullable String owner,
        @Nullable UUID uuid,
        @Nullable TaskState state,
        @Nullable Boolean run,
        @Nullable Long before,
        Instant now) {

    /** Returns the same filter without a cursor. */
    TaskFilter fromFirstPage() {
        return new TaskFilter(owner, uuid, state, run, null, now);
    }
}
