package org.solitude.persistence.paging;

import java.util.List;

/**
 * A page of a list.
 *
 * @param more whether there is a next page
 * @param total the number of objects in the list; the list is longer where it is not {@code exact}
 */
public record Page<E>(List<E> objects, boolean more, int total, boolean exact) {

    /**
     * Makes a page of the result of a query.
     *
     * @param oneMore the objects of the page, and one more where the list goes on
     * @param counted how many objects the list has, counted up to one beyond {@link PageRequest#EXACT}
     */
    public static <E> Page<E> of(List<E> oneMore, int limit, int counted) {
        boolean more = oneMore.size() > limit;
        return new Page<>(
                more ? oneMore.subList(0, limit) : oneMore,
                more,
                Math.min(counted, PageRequest.EXACT),
                counted <= PageRequest.EXACT);
    }
}
