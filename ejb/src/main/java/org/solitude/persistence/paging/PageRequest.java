package org.solitude.persistence.paging;

import org.jspecify.annotations.Nullable;

/**
 * A request for one page of a list that is sorted newest first.
 *
 * @param limit the maximum number of objects on the page
 * @param offset the number of objects to skip, at most {@link #EXACT}
 * @param before the key with which the previous page ended: only objects with a smaller key; null for none
 * @param created only objects of this range of creation times
 */
public record PageRequest(int limit, int offset, @Nullable Long before, CreationRange created) {

    /** The number up to which a list is counted and objects may be skipped; beyond it, pages continue from a key. */
    public static final int EXACT = 10_000;

    /** Requests a page of objects of all creation times. */
    public PageRequest(int limit, int offset, @Nullable Long before) {
        this(limit, offset, before, CreationRange.ALL);
    }
}
