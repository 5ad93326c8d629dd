package org.solitude.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list. A null lets everything through.
 *
 * @param owner whose tasks
 * @param uuid the one with this uuid
 * @param state those in this state, as clients see it at {@code now}
 * @param run those that have run (true) or not (false)
 * @param before those with a smaller id: where the last page ended
 * @param now the instant at which a lease counts
 */
public record TaskFilter(
        @Nullable String owner,
        @Nullable UUID uuid,
        @Nullable TaskState state,
        @Nullable Boolean run,
        @Nullable Long before,
        Instant now) {

    /** The whole list, from its first page. */
    TaskFilter fromFirstPage() {
        return new TaskFilter(owner, uuid, state, run, null, now);
    }
}
