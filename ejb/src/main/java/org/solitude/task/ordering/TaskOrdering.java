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
 * One after another: the tasks of one client with one {@code Solitude-Ordering-Key}, in the order they were accepted.
 *
 * <p>Each of them that has yet to end has a place. Only the head is ever due; those behind it are {@linkplain
 * DelayedTask#hold held} without a due time, so nothing announces or runs them. Whatever ends the head lets the next one go,
 * in the transaction of that end; its message is sent once that is certain.
 *
 * <p>Locks are taken in one order: the task that ends, its key, the task that is next. One that is held ends without
 * touching its key, because whoever holds the key may be about to let it go.
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

    /** It is a task's turn. */
    record Unblocked(DelayedTask task) {}

    /**
     * Lets a task in, behind those of its key that have yet to end. In the order of the commits, since the key is locked
     * until then.
     *
     * @param save keeps the task, so that it has an id
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

    /** Locks what admitting these tasks will lock, all at once: who admits several in one transaction starts with this. */
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

    /** The first that is still held: one that was called off at this very moment has left its place since. */
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
