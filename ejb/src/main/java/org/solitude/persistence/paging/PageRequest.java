package org.solitude.persistence.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, newest first.
 *
 * @param limit how many at most
 * @param offset how many to skip, at most {@link #EXACT}
 * @param before only those with a smaller key: where the last page ended
 */
public record PageRequest(int limit, int offset, @Nullable Long before) {

    /** Up to here a list is counted, and may be skipped into; beyond it goes on from a key. */
    public static final int EXACT = 10_000;
}
