package org.solitude.persistence.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects entities by the values of attributes. Names of attributes come from code; values are always bound.
 *
 * <p>A page costs the same at any position if there is an index of the attributes, in the order they are added, and of
 * the descending id. The order-by clause repeats the attributes although each has one value only: H2 recognizes by it
 * that the index is sorted already; PostgreSQL does not need it.
 *
 * @param <E> an entity with an increasing numeric {@code id}
 */
public class AttributeFilter<E> {

    private final Class<E> entity;
    private final StringBuilder sorting = new StringBuilder();
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public AttributeFilter(Class<E> entity) {
        this.entity = entity;
    }

    /** Requires this value; null does not filter. */
    public AttributeFilter<E> where(String attribute, @Nullable Object value) {
        if (value != null) {
            add(attribute, "=", value);
            sorting.append("e.").append(attribute).append(", ");
        }
        return this;
    }

    /** Requires one of these few values; null does not filter. */
    public AttributeFilter<E> whereIn(String attribute, @Nullable Collection<?> anyOf) {
        if (anyOf != null && anyOf.size() == 1) {
            return where(attribute, anyOf.iterator().next());
        }
        if (anyOf != null) {
            add(attribute, "in", anyOf);
        }
        return this;
    }

    /** Returns a page of the matching entities, newest first. */
    public Page<E> page(EntityManager entities, PageRequest slice) {
        long before = slice.before() == null ? Long.MAX_VALUE : slice.before();
        List<E> oneMore = newestFirst(entities, entity, "e", before)
                .setFirstResult(slice.offset())
                .setMaxResults(slice.limit() + 1)
                .getResultList();
        return Page.of(oneMore, slice.limit(), count(entities));
    }

    /** Counts up to the limit only; beyond it, one more row is enough to know. */
    private int count(EntityManager entities) {
        boolean beyond = !newestFirst(entities, Long.class, "e.id", Long.MAX_VALUE)
                .setFirstResult(PageRequest.EXACT)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        return beyond
                ? PageRequest.EXACT + 1
                : query(entities, Long.class, "select count(e)" + from())
                        .getSingleResult()
                        .intValue();
    }

    /** Always bounds the id: without a bound H2 prefers the index of a foreign key, which is not sorted. */
    private <T> TypedQuery<T> newestFirst(EntityManager entities, Class<T> result, String what, long before) {
        String bound = " and e.id < :before order by " + sorting + "e.id desc";
        return query(entities, result, "select " + what + from() + bound).setParameter("before", before);
    }

    /** Returns whether there is a match. */
    public boolean exists(EntityManager entities) {
        return !query(entities, Long.class, "select e.id" + from())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Returns all matches, oldest first. */
    public List<E> all(EntityManager entities) {
        return query(entities, entity, "select e" + from() + " order by e.id").getResultList();
    }

    private <T> TypedQuery<T> query(EntityManager entities, Class<T> result, String jpql) {
        TypedQuery<T> query = entities.createQuery(jpql, result);
        values.forEach(query::setParameter);
        return query;
    }

    private String from() {
        return " from " + entity.getSimpleName() + " e where 1 = 1" + conditions;
    }

    private void add(String attribute, String operator, Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        conditions.append(" and e.%s %s :%s".formatted(attribute, operator, name));
    }
}
