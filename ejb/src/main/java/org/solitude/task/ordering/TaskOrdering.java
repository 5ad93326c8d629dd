package org.solitude.task.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.solitude.task.DelayedTask;
import org.solitude.task.OrderingKey;
import org.solitude.task.TaskEnded;
import org.solitude.task.TaskRepository;
import org.solitude.task.dispatch.DispatchQueue;

/**
 * Runs the tasks of one client with one {@code Solitude-Ordering-Key} one after another, in the order they were
 * accepted.
 *
 * <p>Each task that has not ended is in the {@link OrderingQueue} of its key. Only the first one is ever due; the
 * others are {@linkplain DelayedTask#block blocked} without a due time, so nothing dispatches or runs them. The
 * transaction that ends the first task unblocks the next one; its message is sent after commit.
 *
 * <p>Locks are taken in one order: the task that ends, its key, the next task. A blocked task ends without locking its
 * key, because the transaction that holds the key may be about to unblock that task.
 */
@ApplicationScoped
public class TaskOrdering {

    @Inject
    private OrderingQueue orderingQueue;

    @Inject
    private TaskRepository tasks;

    @Inject
    private DispatchQueue dispatchQueue;

    @Inject
    private Event<Unblocked> unblocked;

    @Inject
    private Clock clock;

    /** Fired when a task is no longer blocked. */
    record Unblocked(DelayedTask task) {}

    /**
     * Adds a task to the queue of its key, if it has one, and blocks the task if another is before it.
     *
     * <p>The order is that of the commits, since the key is locked until then.
     *
     * @param save saves the task, so that it has an id
     */
    public void admit(DelayedTask task, Runnable save) {
        Optional<OrderingKey> key = task.orderingKey();
        if (key.isEmpty()) {
            save.run();
            return;
        }
        orderingQueue.lock(List.of(key.get()));
        if (orderingQueue.first(key.get(), 0).isPresent()) {
            task.block();
        }
        save.run();
        orderingQueue.enqueue(key.get(), task.id());
    }

    /** Locks the keys of these tasks at once; to be called before several tasks are admitted in one transaction. */
    public void lock(List<DelayedTask> tasks) {
        orderingQueue.lock(
                tasks.stream().flatMap(task -> task.orderingKey().stream()).toList());
    }

    void unblockNext(@Observes TaskEnded ended) {
        DelayedTask task = ended.task();
        Optional<OrderingKey> key = task.orderingKey();
        if (key.isEmpty()) {
            return;
        }
        if (!task.dispatchState().hasNoDueTime()) {
            orderingQueue.lock(List.of(key.get()));
            firstBlockedBehind(task, key.get()).ifPresent(row -> {
                row.unblock(clock.instant());
                unblocked.fire(new Unblocked(row));
            });
        }
        orderingQueue.remove(task.id());
    }

    /** Skips tasks that ended at this very moment: they are no longer blocked and have left the queue since. */
    private Optional<DelayedTask> firstBlockedBehind(DelayedTask ended, OrderingKey key) {
        long passed = 0;
        while (true) {
            Optional<Long> first = orderingQueue.first(key, passed);
            if (first.isEmpty()) {
                return Optional.empty();
            }
            passed = first.get();
            if (passed != ended.id()) {
                Optional<DelayedTask> row = tasks.lock(passed).filter(DelayedTask::isBlocked);
                if (row.isPresent()) {
                    return row;
                }
            }
        }
    }

    void dispatch(@Observes(during = TransactionPhase.AFTER_SUCCESS) Unblocked event) {
        dispatchQueue.dispatch(event.task());
    }
}
