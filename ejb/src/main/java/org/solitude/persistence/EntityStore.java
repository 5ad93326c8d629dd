package org.solitude.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.solitude.persistence.jta.Transactions;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;

/**
 * Stores and finds the entities of buyers, sellers, products and transactions. Where records are private it finds only
 * what the caller may see; unique values are unique over all ({@link #exists}).
 */
@ApplicationScoped
public class EntityStore {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private RecordAccess access;

    @Inject
    private Transactions transactions;

    public <E extends VersionedEntity> Optional<E> find(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id)).filter(access::maySee);
    }

    /**
     * Returns the present row, locked until the transaction ends. Every change begins here, so that the second of two
     * concurrent changes sees the first.
     */
    public <E extends VersionedEntity> Optional<E> lock(Class<E> type, long id) {
        return Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(access::maySee);
    }

    /** Locks the only row with this value, as {@link #lock} does. */
    public <E extends VersionedEntity> Optional<E> lockBy(Class<E> type, String attribute, Object value) {
        return entities.createQuery(
                        "select e from %s e where e.%s = :value".formatted(type.getSimpleName(), attribute), type)
                .setParameter("value", value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .filter(access::maySee);
    }

    /**
     * Reads from the only row with this value, in a transaction of its own: the caller's holds no connection afterwards,
     * so it may do slow work before its first statement. What was read may have changed since.
     */
    public <E extends VersionedEntity, R> Optional<R> readApart(
            Class<E> type, String attribute, Object value, Function<E, R> read) {
        return transactions.apart(() -> entities.createQuery(
                        "select e from %s e where e.%s = :value".formatted(type.getSimpleName(), attribute), type)
                .setParameter("value", value)
                .getResultStream()
                .findFirst()
                .filter(access::maySee)
                .map(read));
    }

    /** Returns whether there is a matching row, whoever may see it. */
    public boolean exists(AttributeFilter<? extends VersionedEntity> selection) {
        return selection.exists(entities);
    }

    /** Returns all matching rows, oldest first; for results that cannot be many and belong to a record that was found. */
    public <E extends VersionedEntity> List<E> all(AttributeFilter<E> selection) {
        return selection.all(entities);
    }

    public <E extends VersionedEntity> Page<E> page(AttributeFilter<E> selection, PageRequest slice) {
        access.onlyOwner()
                .filter(owner -> selection.selects(OwnedEntity.class))
                .ifPresent(owner -> selection.where("owner", owner));
        return selection.page(entities, slice);
    }

    /** Stores a new entity, which belongs to the caller unless it belongs to someone, and assigns its id. */
    public void add(VersionedEntity record, UniqueKey... keys) {
        if (record instanceof OwnedEntity owned) {
            owned.belongTo(access.caller());
        }
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
