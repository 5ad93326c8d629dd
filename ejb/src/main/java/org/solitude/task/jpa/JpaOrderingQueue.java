package org.solitude.task.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Optional;
import org.solitude.task.OrderingKey;
import org.solitude.task.ordering.OrderingQueue;

/** Places in the database: a row each, as long as the task has yet to end. */
@ApplicationScoped
public class JpaOrderingQueue implements OrderingQueue {

    @PersistenceContext
    private EntityManager entities;

    /** In one order, so that no two who lock several wait for each other. */
    @Override
    public void lock(Collection<OrderingKey> keys) {
        keys.stream().map(OrderingLockRow::slotOf).sorted().distinct().forEach(slot -> {
            if (entities.find(OrderingLockRow.class, slot, LockModeType.PESSIMISTIC_WRITE) == null) {
                throw new IllegalStateException("the rows to lock ordering keys by are gone");
            }
        });
    }

    /** Sorted by all the columns of the index, so that H2 as well reads no more of it than its first row. */
    @Override
    public Optional<Long> first(OrderingKey key, long after) {
        return entities.createQuery(
                        "select p.taskId from OrderingQueueRow p where p.owner = :owner and p.key = :key and p.taskId > :after"
                                + " order by p.owner, p.key, p.taskId",
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
