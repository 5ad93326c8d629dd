package org.solitude.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;

/** Stores and finds the entities of buyers, sellers, products and transactions. */
@ApplicationScoped
public class EntityStore {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    public <E extends VersionedEntity> Optional<E> find(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id));
    }

    /**
     * Returns the present row, locked until the transaction ends. Every change begins here, so that the second of two
     * concurrent changes sees the first.
     */
    public <E extends VersionedEntity> Optional<E> lock(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locks the only row with this value, as {@link #lock} does. */
    public <E extends VersionedEntity> Optional<E> lockBy(Class<E> type, String attribute, Object value) {
        return entities.createQuery(
                        "select e from %s e where e.%s = :value".formatted(type.getSimpleName(), attribute), type)
                .setParameter("value", value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Returns whether there is a matching row. */
    public boolean exists(AttributeFilter<? extends VersionedEntity> selection) {
        return selection.exists(entities);
    }

    /** Returns all matching rows, oldest first; for results that cannot be many. */
    public <E extends VersionedEntity> List<E> all(AttributeFilter<E> selection) {
        return selection.all(entities);
    }

    public <E extends VersionedEntity> Page<E> page(AttributeFilter<E> selection, PageRequest slice) {
        return selection.page(entities, slice);
    }

    /** Stores a new entity and assigns its id. */
    public void add(VersionedEntity record, UniqueKey... keys) {
        entities.persist(record);
        save(keys);
    }

    /**
     * Writes changes to the database, which checks its constraints, and updates the version counters.
     *
     * @throws org.solitude.validation.InvalidFieldsException if another row has the value of one of the unique keys
     */
    public void save(UniqueKey... keys) {
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            for (UniqueKey key : keys) {
                if (key.isViolatedBy(failure)) {
                    throw key.violation();
                }
            }
            throw failure;
        }
    }
}
