package org.solitude.task.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.solitude.audit.AuditEvent;
import org.solitude.audit.AuditLog;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.Attempt;
import org.solitude.task.DelayedTask;
import org.solitude.task.FallbackResponse;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskEnded;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.TaskState;
import org.solitude.task.deadletter.DeadLetterPublisher;
import org.solitude.task.dispatch.DispatchQueue;

/**
 * Writes the outcome of an attempt to the task's row: completed, to be retried, deferred or dead.
 *
 * <p>Each method locks the row and does nothing unless it is still due and at the attempt that was started: otherwise
 * the task ended elsewhere.
 */
@ApplicationScoped
class TaskOutcomeWriter {

    private static final Logger LOG = System.getLogger(TaskOutcomeWriter.class.getName());

    @Inject
    private TaskRepository tasks;

    @Inject
    private DispatchQueue dispatchQueue;

    @Inject
    private DeadLetterPublisher deadLetters;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskSettings settings;

    @Inject
    private Event<TaskEnded> ended;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Completes the task and commits the current transaction, which holds the effects of the request. */
    void commitCompletion(DelayedTask task, StoredResponse response, Instant started) {
        Optional<DelayedTask> locked = lock(task);
        if (locked.isEmpty()) {
            LOG.log(Level.DEBUG, "task {0} was ended elsewhere, its effects are rolled back here", task.uuid());
            return;
        }
        complete(locked.get(), response, started);
        transactions.commit();
        audit(task, response);
    }

    /** Schedules a retry after a response that left no effects, or ends the task with it if no retry is due to it. */
    void recordFailure(DelayedTask task, StoredResponse response, Instant started) {
        RetryPolicy retries = RetryPolicy.of(settings, clock).withOptionsOf(task);
        change(task, row -> endOrRetry(row, retries, response, started))
                .ifPresentOrElse(
                        row -> {
                            if (row.state() == TaskState.DEAD) {
                                deadLetters.publish(row);
                            } else {
                                dispatchRetry(row);
                            }
                        },
                        () -> LOG.log(Level.DEBUG, "task {0} was ended elsewhere", task.uuid()));
        audit(task, response);
    }

    /** Makes the task due again later, without counting the attempt. */
    void defer(DelayedTask task, DeferredException reason) {
        LOG.log(Level.INFO, "task {0} is deferred: {1}", task.uuid(), reason.getMessage());
        Instant now = clock.instant();
        change(task, row -> {
                    row.deferUntil(now.plus(reason.delay()), now);
                    return row;
                })
                .ifPresent(this::dispatchRetry);
    }

    /**
     * Marks a task dead whose request is missing. A task that ended elsewhere has no request and needs none; one that
     * is still due has lost it and would wait for ever.
     */
    void markDeadWithoutRequest(DelayedTask task, Instant started) {
        Optional<DelayedTask> dead = transactions.inNewTransaction(() -> lock(task)
                .filter(row -> tasks.requestOf(row).isEmpty())
                .map(row -> markDead(row, FallbackResponse.requestLost(), started)));
        dead.ifPresentOrElse(
                row -> {
                    LOG.log(Level.ERROR, "task {0} has lost its request", task.uuid());
                    deadLetters.publish(row);
                },
                () -> LOG.log(Level.DEBUG, "task {0} was ended elsewhere, and its request is erased", task.uuid()));
    }

    private Optional<DelayedTask> change(DelayedTask task, UnaryOperator<DelayedTask> change) {
        return transactions.inNewTransaction(() -> lock(task).map(change));
    }

    private Optional<DelayedTask> lock(DelayedTask task) {
        return tasks.lock(task.id()).filter(row -> row.isAtAttempt(task.attempts()));
    }

    private void dispatchRetry(DelayedTask row) {
        if (row.state() == TaskState.RETRYING) {
            dispatchQueue.dispatch(row);
        }
    }

    private DelayedTask endOrRetry(DelayedTask row, RetryPolicy retries, StoredResponse response, Instant started) {
        if (!retries.shouldRetry(response)) {
            return complete(row, response, started);
        }
        Optional<Instant> next = retries.nextAttemptAfter(row.attempts() + 1, response);
        if (next.isEmpty()) {
            return markDead(row, response, started);
        }
        row.retryAt(next.get(), started, clock.instant());
        saveAttempt(row, response, Attempt.Reason.RETRIED);
        LOG.log(Level.INFO, "task {0} got a {1} and is tried again at {2}", row.uuid(), response.status(), next.get());
        return row;
    }

    private DelayedTask complete(DelayedTask row, StoredResponse response, Instant started) {
        row.complete(response, started, clock.instant());
        return end(row, response, Attempt.Reason.ANSWERED);
    }

    private DelayedTask markDead(DelayedTask row, StoredResponse response, Instant started) {
        row.markDead(response, started, clock.instant());
        LOG.log(Level.WARNING, "task {0} is dead after {1} attempts", row.uuid(), row.attempts());
        return end(row, response, Attempt.Reason.EXHAUSTED);
    }

    private DelayedTask end(DelayedTask row, StoredResponse response, Attempt.Reason reason) {
        tasks.saveResponse(row, response);
        saveAttempt(row, response, reason);
        ended.fire(new TaskEnded(row));
        return row;
    }

    private void saveAttempt(DelayedTask row, StoredResponse response, Attempt.Reason reason) {
        tasks.saveAttempt(row, Attempt.of(row, response, reason, clock.instant()));
    }

    private void audit(DelayedTask task, StoredResponse response) {
        audit.record(AuditEvent.of("ran")
                .with("client", task.owner())
                .with("task", task.uuid())
                .with("method", task.method())
                .with("path", task.path())
                .with("status", response.status()));
    }
}
