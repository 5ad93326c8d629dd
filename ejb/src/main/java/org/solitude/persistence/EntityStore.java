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

/** Where the records of all nouns are kept. */
@ApplicationScoped
public class EntityStore {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    public <E extends VersionedEntity> Optional<E> find(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id));
    }

    /**
     * The record as it is now, locked until the transaction ends. Every change begins here, so that of two at once the
     * second sees what the first did.
     */
    public <E extends VersionedEntity> Optional<E> lock(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** As {@link #lock}, for the only record with this value. */
    public <E extends VersionedEntity> Optional<E> lockBy(Class<E> type, String attribute, Object value) {
        return entities.createQuery(
                        "select e from %s e where e.%s = :value".formatted(type.getSimpleName(), attribute), type)
                .setParameter("value", value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Whether there is any such record. */
    public boolean exists(AttributeFilter<? extends VersionedEntity> selection) {
        return selection.exists(entities);
    }

    /** All of them, oldest first: for what cannot be many. */
    public <E extends VersionedEntity> List<E> all(AttributeFilter<E> selection) {
        return selection.all(entities);
    }

    public <E extends VersionedEntity> Page<E> page(AttributeFilter<E> selection, PageRequest slice) {
        return selection.page(entities, slice);
    }

    /** Keeps a new record; now it has its key. */
    public void add(VersionedEntity record, UniqueKey... keys) {
        entities.persist(record);
        save(keys);
    }

    /**
     * Writes what was changed to the database, where the constraints decide; now the counters are right.
     *
     * @throws org.solitude.validation.InvalidFieldsException when one of the unique keys belongs to another record
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
