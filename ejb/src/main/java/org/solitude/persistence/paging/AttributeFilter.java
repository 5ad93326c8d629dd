package org.solitude.persistence.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entities chosen by the values of their attributes. Names of attributes come from code, values are always bound.
 *
 * <p>A page costs the same wherever there is an index of the attributes, in the order they are named here, and of the id
 * downwards. Sorting says the attributes too, though each has one value only: H2 sees by that that the index is sorted
 * already, and PostgreSQL sees it anyway.
 *
 * @param <E> an entity with a numeric {@code id} that grows
 */
public class AttributeFilter<E> {

    private final Class<E> entity;
    private final StringBuilder sorting = new StringBuilder();
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public AttributeFilter(Class<E> entity) {
        this.entity = entity;
    }

    /** Only those with this value; null lets everything through. */
    public AttributeFilter<E> where(String attribute, @Nullable Object value) {
        if (value != null) {
            add(attribute, "=", value);
            sorting.append("e.").append(attribute).append(", ");
        }
        return this;
    }

    /** Only those with one of these values, of which there are few; null lets everything through. */
    public AttributeFilter<E> whereIn(String attribute, @Nullable Collection<?> anyOf) {
        if (anyOf != null && anyOf.size() == 1) {
            return where(attribute, anyOf.iterator().next());
        }
        if (anyOf != null) {
            add(attribute, "in", anyOf);
        }
        return this;
    }

    /** That part of them, newest first. */
    public Page<E> page(EntityManager entities, PageRequest slice) {
        long before = slice.before() == null ? Long.MAX_VALUE : slice.before();
        List<E> oneMore = newestFirst(entities, entity, "e", before)
                .setFirstResult(slice.offset())
                .setMaxResults(slice.limit() + 1)
                .getResultList();
        return Page.of(oneMore, slice.limit(), count(entities));
    }

    /** Beyond the limit nothing is counted: it is enough that somebody stands there. */
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

    /** With a bound even where all are below it: without one H2 prefers a foreign key's own index, which has no order. */
    private <T> TypedQuery<T> newestFirst(EntityManager entities, Class<T> result, String what, long before) {
        String bound = " and e.id < :before order by " + sorting + "e.id desc";
        return query(entities, result, "select " + what + from() + bound).setParameter("before", before);
    }

    /** Whether there are any. */
    public boolean exists(EntityManager entities) {
        return !query(entities, Long.class, "select e.id" + from())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** All of them, oldest first. */
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
