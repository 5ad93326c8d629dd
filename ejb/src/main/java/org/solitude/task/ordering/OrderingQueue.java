package org.solitude.task.ordering;

import java.util.Collection;
import java.util.Optional;
import org.solitude.task.OrderingKey;

/** Queues the tasks of each {@link OrderingKey} that have not ended. Their order is that of their ids. */
public interface OrderingQueue {

    /** Locks these keys until the transaction ends; other transactions that lock one of them wait. */
    void lock(Collection<OrderingKey> keys);

    /** Returns the first task of this key with an id greater than {@code after}. */
    Optional<Long> first(OrderingKey key, long after);

    /** Adds a task to the queue of its key. */
    void enqueue(OrderingKey key, long id);

    /** Removes a task from its queue. */
    void remove(long id);
}
