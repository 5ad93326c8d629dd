package org.solitude.task.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.solitude.caller.Caller;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DelayedTask;
import org.solitude.task.StoredRequest;
import org.solitude.task.TaskAccepted;
import org.solitude.task.TaskOptions;
import org.solitude.task.TaskRepository;
import org.solitude.task.dispatch.DispatchQueue;
import org.solitude.task.ordering.TaskOrdering;

/**
 * Takes a request on: one durable write, then an announcement that nobody waits for.
 *
 * <p>The order matters. In one transaction the message was delivered before the row was visible; the other way round
 * a message could announce a row that never came to be.
 */
@ApplicationScoped
public class TaskSubmission {

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
     * The task that will make this request again. When this returns, it is on disk.
     *
     * @param caller who asked, and will be the one who asks when the task runs
     * @throws BacklogFullException when no more may wait
     * @throws org.solitude.persistence.jta.TransactionFailedException when it could not be kept; then there is no task
     */
    public DelayedTask accept(StoredRequest request, Caller caller, TaskOptions options) {
        return accept(request, caller, options, task -> {});
    }

    /**
     * As {@link #accept(StoredRequest, Caller, Wishes)}, with something else that is kept in the same transaction or not
     * at all.
     */
    public DelayedTask accept(
            StoredRequest request, Caller caller, TaskOptions options, Consumer<DelayedTask> inSameTransaction) {
        backlog.admit(caller.id());
        Instant now = clock.instant();
        DelayedTask task = DelayedTask.accepted(request, caller, options, now);
        transactions.inNewTransaction(() -> {
            ordering.admit(task, () -> tasks.add(task, request));
            accepted.fire(new TaskAccepted(task, options));
            inSameTransaction.accept(task);
        });
        dispatchQueue.dispatch(task);
        return task;
    }
}
