package org.solitude.persistence.paging;

import java.util.List;

/**
 * A page of a list.
 *
 * @param more whether the list continues
 * @param total the number of entries in the list; if not {@code exact}, there are more
 */
public record Page<E>(List<E> objects, boolean more, int total, boolean exact) {

    /** Creates a page from a query for one entry more than fits, and from a count up to one beyond the limit. */
    static <E> Page<E> of(List<E> oneMore, int limit, int counted) {
        boolean more = oneMore.size() > limit;
        return new Page<>(
                more ? oneMore.subList(0, limit) : oneMore,
                more,
                Math.min(counted, PageRequest.EXACT),
                counted <= PageRequest.EXACT);
    }
}
