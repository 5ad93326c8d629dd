package org.solitude.persistence.paging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A range of creation times.
 *
 * @param from the earliest time, null for any
 * @param before the time before which all were created, null for any
 */
public record CreationRange(
        @Nullable Instant from, @Nullable Instant before) {

    /** The range of all times. */
    public static final CreationRange ALL = new CreationRange(null, null);
}
