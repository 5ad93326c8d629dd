package org.solitude.task.ordering;

import java.util.Collection;
import java.util.Optional;
import org.solitude.task.OrderingKey;

/** The places of tasks that have an {@link OrderingKey} and have yet to end. Task ids of one key tell their order. */
public interface OrderingQueue {

    /** Makes everybody else who would lock one of these keys wait until the transaction ends. */
    void lock(Collection<OrderingKey> keys);

    /** The task in the first place of this key, of those behind the task {@code after} only. */
    Optional<Long> first(OrderingKey key, long after);

    /** Gives the task a place. */
    void enqueue(OrderingKey key, long id);

    /** Takes the task's place away. */
    void remove(long id);
}
