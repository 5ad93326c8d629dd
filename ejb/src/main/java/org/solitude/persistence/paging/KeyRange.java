package org.solitude.persistence.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A range of keys that contains every entity of a range of creation times. Keys grow with time, so a list that is sorted
 * by key finds the times by binary search, some twenty reads by key for a million rows, and needs no index on times.
 *
 * <p>Nodes assign keys and times by clocks that differ, and transactions pause between the two: the range is wider by a
 * minute on both sides. (docs/operations.md wants clocks that agree to a second.)
 *
 * @param least the least key of the range
 * @param beyond the least key beyond it
 */
public record KeyRange(long least, long beyond) {

    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    /** Finds the keys of entities, which have a numeric {@code id} and a time {@code created}. */
    public static KeyRange of(EntityManager entities, Class<?> entity, CreationRange created) {
        Instant from = created.from();
        Instant before = created.before();
        return new KeyRange(
                from == null ? 0 : firstKey(entities, entity, from.minus(CLOCK_DIFFERENCE)),
                before == null ? Long.MAX_VALUE : firstKey(entities, entity, before.plus(CLOCK_DIFFERENCE)));
    }

    /** Returns the least key from which on all entities were created at that time or later. */
    private static long firstKey(EntityManager entities, Class<?> entity, Instant time) {
        long low = 0;
        long high = greatestKey(entities, entity) + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            List<Tuple> next = entities.createQuery(
                            "select e.id, e.created from " + entity.getSimpleName()
                                    + " e where e.id >= :key order by e.id",
                            Tuple.class)
                    .setParameter("key", middle)
                    .setMaxResults(1)
                    .getResultList();
            if (next.isEmpty() || !next.get(0).get(1, Instant.class).isBefore(time)) {
                high = middle;
            } else {
                low = next.get(0).get(0, Long.class) + 1;
            }
        }
        return low;
    }

    private static long greatestKey(EntityManager entities, Class<?> entity) {
        Long greatest = entities.createQuery("select max(e.id) from " + entity.getSimpleName() + " e", Long.class)
                .getSingleResult();
        return greatest == null ? 0 : greatest;
    }
}
