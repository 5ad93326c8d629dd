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
 * Gives dead tasks a new life: one whose message an operator moved back to the line, or those an operator names. A life
 * ends one {@linkplain DelayedTask#deaths() death}, and each death once: a message left over from an earlier one, or from
 * one that another operator has seen to, redrives nothing.
 *
 * <p>A task with an {@link org.solitude.task.OrderingKey} is let in again before those that were accepted after it, but behind the one whose
 * turn it is.
 */
@ApplicationScoped
public class TaskRedrive {

    /** The most that are redriven in one go: one transaction has to hold them. */
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

    /** A dead task waits again, and nobody has been told yet. */
    record Redriven(DelayedTask task) {}

    /**
     * What became of a redrive of many.
     *
     * @param redriven how many wait again
     * @param more whether there were more than were asked for
     */
    public record Outcome(int redriven, boolean more) {}

    /**
     * Redrives the task whose message was moved; who has the message is who runs it.
     *
     * @param death the one the message tells of
     * @return whether it waits again now
     */
    public boolean redriveMoved(long id, int death) {
        return transactions.inNewTransaction(() -> tasks.find(id)
                .filter(task -> task.deaths() == death)
                .map(task -> !redrive(List.of(task), AuditEvent.of("redrove")).isEmpty())
                .orElse(false));
    }

    /**
     * Redrives the task, in the transaction of the caller.
     *
     * @return whether it waits again now; not where it is not dead, or was redriven by somebody else this very moment
     */
    public boolean redriveOne(DelayedTask task, Caller operator) {
        return redriveAndDispatch(List.of(task), operator) == 1;
    }

    /** Redrives those that died first, up to {@code limit}, in the transaction of the caller. */
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
