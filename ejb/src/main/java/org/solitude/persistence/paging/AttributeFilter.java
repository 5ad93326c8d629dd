package org.solitude.persistence.paging;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects entities by the values of their attributes. Attribute names come from code; values are always bound.
 *
 * <p>Every page costs the same where there is an index on the attributes, in the order in which they are added here,
 * and on the id, descending.
 *
 * @param <E> an entity with a numeric {@code id} that grows
 */
public class AttributeFilter<E> {

    private final Class<E> entity;
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public AttributeFilter(Class<E> entity) {
        this.entity = entity;
    }

    /** Returns whether the entities are of this type. */
    public boolean selects(Class<?> type) {
        return type.isAssignableFrom(entity);
    }

    /** Selects entities with this value; null selects all. */
    public AttributeFilter<E> where(String attribute, @Nullable Object value) {
        if (value != null) {
            add(attribute, "=", value);
        }
        return this;
    }

    /** Selects entities with one of a few values; null selects all. */
    public AttributeFilter<E> whereIn(String attribute, @Nullable Collection<?> anyOf) {
        if (anyOf != null && anyOf.size() == 1) {
            return where(attribute, anyOf.iterator().next());
        }
        if (anyOf != null) {
            add(attribute, "in", anyOf);
        }
        return this;
    }

    /** Returns a page of the selected entities, newest first. A range of creation times needs no index. */
    public Page<E> page(EntityManager entities, PageRequest request) {
        addCreated(entities, request.created());
        long before = request.before() == null ? Long.MAX_VALUE : request.before();
        List<E> oneMore = newestFirst(entities, entity, "e", before)
                .setFirstResult(request.offset())
                .setMaxResults(request.limit() + 1)
                .getResultList();
        return Page.of(oneMore, request.limit(), count(entities));
    }

    private void addCreated(EntityManager entities, CreationRange created) {
        if (created.equals(CreationRange.ALL)) {
            return;
        }
        if (created.from() != null) {
            add("created", ">=", created.from());
        }
        if (created.before() != null) {
            add("created", "<", created.before());
        }
        KeyRange keys = KeyRange.of(entities, entity, created);
        add("id", ">=", keys.least());
        add("id", "<", keys.beyond());
    }

    /** Counts the selected entities, up to one beyond {@link PageRequest#EXACT}. */
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

    private <T> TypedQuery<T> newestFirst(EntityManager entities, Class<T> result, String what, long before) {
        String bound = " and e.id < :before order by e.id desc";
        return query(entities, result, "select " + what + from() + bound).setParameter("before", before);
    }

    /** Tells whether any entity is selected. */
    public boolean exists(EntityManager entities) {
        return !query(entities, Long.class, "select e.id" + from())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Returns all selected entities, oldest first. */
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
