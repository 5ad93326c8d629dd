package org.solitude.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects dead tasks. A null selects all.
 *
 * @param owner the owner of the tasks
 * @param pathPrefix the beginning of their path
 * @param diedFrom the earliest time they became dead
 * @param diedBefore the time before which they became dead
 */
public record DeadTaskFilter(
        @Nullable String owner,
        @Nullable String pathPrefix,
        @Nullable Instant diedFrom,
        @Nullable Instant diedBefore) {}
