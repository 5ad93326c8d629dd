package org.solitude.persistence.paging;

import java.util.List;

/**
 * A part of a list.
 *
 * @param more whether the list goes on
 * @param total how many there are in all; where not {@code exact}, there are more
 */
public record Page<E>(List<E> objects, boolean more, int total, boolean exact) {

    /** The page of a list that was asked for one object more than fits on it, and counted one beyond the limit. */
    static <E> Page<E> of(List<E> oneMore, int limit, int counted) {
        boolean more = oneMore.size() > limit;
        return new Page<>(
                more ? oneMore.subList(0, limit) : oneMore,
                more,
                Math.min(counted, PageRequest.EXACT),
                counted <= PageRequest.EXACT);
    }
}
