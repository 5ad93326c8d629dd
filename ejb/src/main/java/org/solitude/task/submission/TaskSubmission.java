package org.solitude.task.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.solitude.caller.Caller;
import org.solitude.persistence.jta.CommitFailedException;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DelayedTask;
import org.solitude.task.StoredRequest;
import org.solitude.task.TaskAccepted;
import org.solitude.task.TaskOptions;
import org.solitude.task.TaskRepository;
import org.solitude.task.dispatch.DispatchQueue;
import org.solitude.task.ordering.TaskOrdering;

/**
 * Accepts requests as tasks: one durable write, and then a dispatch that no caller waits for.
 *
 * <p>The dispatch follows the commit. Sent in the same transaction, the message was received before the row was
 * visible; sent before the commit, it could name a row that is rolled back.
 */
@ApplicationScoped
public class TaskSubmission {

    private static final Logger LOG = System.getLogger(TaskSubmission.class.getName());

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskOrdering ordering;

    @Inject
    private BacklogLimit backlog;

    @Inject
    private DispatchQueue dispatchQueue;

    @Inject
    private Transactions transactions;

    @Inject
    private Event<TaskAccepted> accepted;

    @Inject
    private Clock clock;

    /**
     * Saves the task that will replay this request. When this method returns, it is on disk.
     *
     * @param caller the client that sent the request; the replay runs as this caller
     * @throws BacklogFullException if the backlog is full
     * @throws TaskUncertainException if the database went away while it was saved; there may be a task or not
     * @throws org.solitude.persistence.jta.TransactionFailedException if it could not be saved; then there is no task
     */
    public DelayedTask accept(StoredRequest request, Caller caller, TaskOptions options) {
        return accept(request, caller, options, task -> {});
    }

    /**
     * Saves the task as {@link #accept(StoredRequest, Caller, TaskOptions)} does, and runs {@code inSameTransaction} in
     * the same transaction.
     */
    public DelayedTask accept(
            StoredRequest request, Caller caller, TaskOptions options, Consumer<DelayedTask> inSameTransaction) {
        backlog.admit(caller.id());
        Instant now = clock.instant();
        DelayedTask task = DelayedTask.accepted(request, caller, options, now);
        try {
            transactions.inNewTransaction(() -> {
                ordering.admit(task, () -> tasks.add(task, request));
                accepted.fire(new TaskAccepted(task, options));
                inSameTransaction.accept(task);
            });
        } catch (CommitFailedException e) {
            requireSaved(task, e);
        }
        dispatchQueue.dispatch(task);
        return task;
    }

    /** Looks whether the task was saved after all, because it must not be lost if it was. */
    private void requireSaved(DelayedTask task, CommitFailedException failure) {
        try {
            if (tasks.find(task.uuid()).isPresent()) {
                LOG.log(Level.WARNING, "task " + task.uuid() + " is saved, though the answer to its commit was lost");
                return;
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        throw new TaskUncertainException(task.uuid(), failure);
    }
}
