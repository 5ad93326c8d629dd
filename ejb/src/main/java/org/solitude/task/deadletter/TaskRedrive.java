package org.solitude.task.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.solitude.audit.AuditEvent;
import org.solitude.audit.AuditLog;
import org.solitude.caller.Caller;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DeadTaskFilter;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskState;
import org.solitude.task.dispatch.DispatchQueue;
import org.solitude.task.ordering.TaskOrdering;

/**
 * Runs dead tasks again: one whose dead letter an operator moved back to the queue, or those that an operator selects.
 *
 * <p>A task is redriven once for each {@linkplain DelayedTask#deaths() time it became dead}: a dead letter from an
 * earlier time, or one whose task another operator has redriven, redrives nothing.
 *
 * <p>A task with an {@link org.solitude.task.OrderingKey} runs again before those that were accepted after it, but
 * after the one that is due now.
 */
@ApplicationScoped
public class TaskRedrive {

    /** The most tasks redriven at once: one transaction has to hold them. */
    public static final int MAXIMUM = 1_000;

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskOrdering ordering;

    @Inject
    private DispatchQueue dispatchQueue;

    @Inject
    private Transactions transactions;

    @Inject
    private Event<Redriven> redriven;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Fired when a dead task is due again, to dispatch it after commit. */
    record Redriven(DelayedTask task) {}

    /**
     * The outcome of a redrive of many tasks.
     *
     * @param redriven how many are due again
     * @param more whether more tasks were selected than the limit allowed
     */
    public record Outcome(int redriven, boolean more) {}

    /**
     * Redrives the task whose dead letter was moved to the request queue. The receiver of that message runs the task.
     *
     * @param death the {@linkplain DelayedTask#deaths() count} in the dead letter
     * @return whether the task is due again
     */
    public boolean redriveMoved(long id, int death) {
        return transactions.inNewTransaction(() -> tasks.find(id)
                .filter(task -> task.deaths() == death)
                .map(task -> !redrive(List.of(task), AuditEvent.of("redrove")).isEmpty())
                .orElse(false));
    }

    /**
     * Redrives the task in the current transaction.
     *
     * @return whether it is due again; false if it is not dead, or was redriven concurrently
     */
    public boolean redriveOne(DelayedTask task, Caller operator) {
        return redriveAndDispatch(List.of(task), operator) == 1;
    }

    /** Redrives up to {@code limit} dead tasks in accepted order, in the current transaction. */
    public Outcome redriveAll(DeadTaskFilter filter, int limit, Caller operator) {
        List<DelayedTask> oneMore = tasks.dead(filter, limit + 1);
        boolean more = oneMore.size() > limit;
        return new Outcome(redriveAndDispatch(more ? oneMore.subList(0, limit) : oneMore, operator), more);
    }

    private int redriveAndDispatch(List<DelayedTask> dead, Caller operator) {
        List<DelayedTask> redrivenTasks = redrive(dead, AuditEvent.of("redrove").with("client", operator.id()));
        redrivenTasks.forEach(task -> redriven.fire(new Redriven(task)));
        return redrivenTasks.size();
    }

    private List<DelayedTask> redrive(List<DelayedTask> dead, AuditEvent event) {
        ordering.lock(dead);
        return dead.stream().flatMap(task -> redrive(task, event).stream()).toList();
    }

    private Optional<DelayedTask> redrive(DelayedTask task, AuditEvent event) {
        Optional<DelayedTask> dead =
                tasks.lock(task.id()).filter(row -> row.state() == TaskState.DEAD && row.deaths() == task.deaths());
        dead.ifPresent(row -> {
            row.redrive(clock.instant());
            ordering.admit(row, () -> {});
            audit.record(event.with("task", row.uuid()).with("owner", row.owner()));
        });
        return dead;
    }

    void dispatch(@Observes(during = TransactionPhase.AFTER_SUCCESS) Redriven task) {
        dispatchQueue.dispatch(task.task());
    }
}
