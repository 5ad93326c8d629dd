package org.solitude.task.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Optional;
import org.solitude.task.OrderingKey;
import org.solitude.task.ordering.OrderingQueue;

/** Stores the ordering queues in the database: a row for each task that has not ended. */
@ApplicationScoped
public class JpaOrderingQueue implements OrderingQueue {

    @PersistenceContext
    private EntityManager entities;

    /** Locks in one order, so that transactions that lock several keys do not deadlock. */
    @Override
    public void lock(Collection<OrderingKey> keys) {
        keys.stream().map(OrderingLockRow::slotOf).sorted().distinct().forEach(slot -> {
            if (entities.find(OrderingLockRow.class, slot, LockModeType.PESSIMISTIC_WRITE) == null) {
                throw new IllegalStateException("the rows to lock ordering keys by are gone");
            }
        });
    }

    /** Sorts by all columns of the index, so that H2 as well reads only its first row. */
    @Override
    public Optional<Long> first(OrderingKey key, long after) {
        return entities.createQuery(
                        "select p.taskId from OrderingQueueRow p where p.owner = :owner and p.key = :key"
                                + " and p.taskId > :after order by p.owner, p.key, p.taskId",
                        Long.class)
                .setParameter("owner", key.owner())
                .setParameter("key", key.key())
                .setParameter("after", after)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void enqueue(OrderingKey key, long id) {
        entities.persist(new OrderingQueueRow(id, key));
    }

    @Override
    public void remove(long id) {
        entities.createQuery("delete from OrderingQueueRow p where p.taskId = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
