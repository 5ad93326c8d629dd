package org.solitude.persistence.paging;

import org.jspecify.annotations.Nullable;

/**
 * The requested page of a list, newest first.
 *
 * @param limit the maximum number of entries
 * @param offset the number of entries to skip, at most {@link #EXACT}
 * @param before only entries with a smaller id: the last one of the previous page
 */
public record PageRequest(int limit, int offset, @Nullable Long before) {

    /** Lists are counted and can be skipped into up to this number; beyond it a page continues from an id. */
    public static final int EXACT = 10_000;
}
