package org.solitude.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which dead tasks. A null lets everything through.
 *
 * @param owner whose
 * @param pathPrefix what their path begins with
 * @param diedFrom those that died then or later
 * @param diedBefore those that died before
 */
public record DeadTaskFilter(
        @Nullable String owner,
        @Nullable String pathPrefix,
        @Nullable Instant diedFrom,
        @Nullable Instant diedBefore) {}
