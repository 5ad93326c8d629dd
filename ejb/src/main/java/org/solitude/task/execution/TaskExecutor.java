package org.solitude.task.execution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.solitude.audit.AuditEvent;
import org.solitude.audit.AuditLog;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.Attempt;
import org.solitude.task.DelayedTask;
import org.solitude.task.FallbackResponse;
import org.solitude.task.StoredRequest;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskEnded;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.TaskState;
import org.solitude.task.cancellation.StartedEffectsCheck;
import org.solitude.task.deadletter.DeadLetterPublisher;
import org.solitude.task.dispatch.DispatchQueue;

/**
 * One attempt at a task, from the wake-up to its outcome.
 *
 * <p>The request's effects and the task's completion commit in one transaction, and the completion is conditional: it
 * finds the row due and at the attempt it started from, or everything is rolled back. So a message that comes twice
 * changes nothing. The row is read before that transaction begins, so that a resource that only waits on a provider
 * holds no database connection.
 *
 * <p>An outcome that cannot be written is nobody's outcome: the exception goes to the broker, which delivers again.
 */
@ApplicationScoped
public class TaskExecutor {

    private static final Logger LOG = System.getLogger(TaskExecutor.class.getName());
    private static final Duration EARLY = Duration.ofSeconds(1);

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskLeases leases;

    @Inject
    private InFlightTasks inFlight;

    @Inject
    private StartedEffectsCheck startedEffects;

    @Inject
    private ReplayerRegistry replayers;

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

    private @Nullable RetryPolicy policy;

    @PostConstruct
    void readPolicy() {
        policy = new RetryPolicy(
                settings.attempts(),
                false,
                settings.backoff(),
                settings.backoffMax(),
                () -> ThreadLocalRandom.current().nextDouble(),
                clock);
    }

    /**
     * Runs the task once, unless it is not due or runs elsewhere.
     *
     * @throws RuntimeException when its outcome could not be written: deliver the message again later
     */
    public void run(long id) {
        if (!inFlight.begin(id)) {
            LOG.log(Level.DEBUG, "task {0} already runs here", id);
            return;
        }
        try {
            Instant now = clock.instant();
            tasks.find(id)
                    .filter(task -> task.isDueAt(now.plus(EARLY)))
                    .filter(task -> !task.dispatchState().isLeasedAt(now))
                    .filter(task -> !task.isExpiredAt(now) || startedEffects.anyStartedFor(task))
                    .filter(task -> claim(task, now))
                    .ifPresentOrElse(
                            task -> attempt(task, now), () -> LOG.log(Level.DEBUG, "task {0} is not due here", id));
        } finally {
            inFlight.end(id);
        }
    }

    /** Another node may have got the same news, or run it already: whoever leases the row first is the one. */
    private boolean claim(DelayedTask task, Instant now) {
        return !leases.areShared()
                || transactions.inNewTransaction(
                        () -> leases.claim(task, now.plus(EARLY), now, now.plus(settings.lease())));
    }

    private void attempt(DelayedTask task, Instant started) {
        RequestReplayer replayer =
                replayers.current().orElseThrow(() -> new IllegalStateException("the resource layer is not up"));
        Optional<StoredRequest> request = tasks.requestOf(task);
        if (request.isEmpty()) {
            markDeadWithoutRequest(task, started);
            return;
        }
        try {
            Optional<StoredResponse> failure = runInTransaction(replayer, task, request.get(), started);
            failure.ifPresent(response -> {
                recordFailure(task, response, started);
                audit(task, response);
            });
        } catch (DeferredException e) {
            defer(task, e);
        }
    }

    /** What ended elsewhere has none and needs none. What is still due has lost it, and would wait for ever. */
    private void markDeadWithoutRequest(DelayedTask task, Instant started) {
        DelayedTask dead = transactions.inNewTransaction(() -> tasks.lock(task.id())
                .filter(row -> row.isAtAttempt(task.attempts()))
                .filter(row -> tasks.requestOf(row).isEmpty())
                .map(row -> markDead(row, FallbackResponse.requestLost(), started))
                .orElse(null));
        if (dead == null) {
            LOG.log(Level.DEBUG, "task {0} was ended elsewhere, and its request is erased", task.uuid());
        } else {
            LOG.log(Level.ERROR, "task {0} has lost its request", task.uuid());
            deadLetters.publish(dead);
        }
    }

    private void defer(DelayedTask task, DeferredException reason) {
        LOG.log(Level.INFO, "task {0} is postponed: {1}", task.uuid(), reason.getMessage());
        Instant now = clock.instant();
        dispatchRetry(transactions.inNewTransaction(() -> tasks.lock(task.id())
                .filter(row -> row.isAtAttempt(task.attempts()))
                .map(row -> {
                    row.deferUntil(now.plus(reason.delay()), now);
                    return row;
                })
                .orElse(null)));
    }

    /** The response that left no effects, or empty where the task is complete (here or elsewhere). */
    private Optional<StoredResponse> runInTransaction(
            RequestReplayer replayer, DelayedTask task, StoredRequest request, Instant started) {
        transactions.begin(settings.transactionTimeout());
        try {
            StoredResponse response = replayer.replay(task, request);
            if (response.isFailure()) {
                return Optional.of(response);
            }
            if (!transactions.isActive()) {
                return Optional.of(
                        transactions.wasRolledBackByTimeout()
                                ? FallbackResponse.unavailable()
                                : FallbackResponse.error());
            }
            commitCompletion(task, response, started);
            return Optional.empty();
        } catch (DeferredException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "task " + task.uuid() + " could not be run to its end this time", e);
            return Optional.of(FallbackResponse.unavailable());
        } finally {
            transactions.rollbackIfOpen();
        }
    }

    private void commitCompletion(DelayedTask task, StoredResponse response, Instant started) {
        Optional<DelayedTask> locked = tasks.lock(task.id()).filter(row -> row.isAtAttempt(task.attempts()));
        if (locked.isEmpty()) {
            LOG.log(Level.DEBUG, "task {0} was ended elsewhere, its effects are rolled back here", task.uuid());
            return;
        }
        locked.get().complete(response, started, clock.instant());
        endTask(locked.get(), response, Attempt.Reason.ANSWERED);
        transactions.commit();
        audit(task, response);
    }

    private void recordFailure(DelayedTask task, StoredResponse response, Instant started) {
        DelayedTask concluded = transactions.inNewTransaction(() -> tasks.lock(task.id())
                .filter(row -> row.isAtAttempt(task.attempts()))
                .map(row -> recordFailure(row, task, response, started))
                .orElse(null));
        if (concluded == null) {
            LOG.log(Level.DEBUG, "task {0} was ended elsewhere", task.uuid());
        } else if (concluded.state() == TaskState.DEAD) {
            deadLetters.publish(concluded);
        } else {
            dispatchRetry(concluded);
        }
    }

    private void dispatchRetry(@Nullable DelayedTask row) {
        if (row != null && row.state() == TaskState.RETRYING) {
            dispatchQueue.dispatch(row);
        }
    }

    private DelayedTask recordFailure(DelayedTask row, DelayedTask task, StoredResponse response, Instant started) {
        Instant now = clock.instant();
        RetryPolicy retries = Objects.requireNonNull(policy).withOptionsOf(task);
        if (!retries.shouldRetry(response)) {
            row.complete(response, started, now);
            return endTask(row, response, Attempt.Reason.ANSWERED);
        }
        Optional<Instant> next = retries.nextAttemptAfter(task.attempts() + 1, response);
        if (next.isEmpty()) {
            return markDead(row, response, started);
        }
        row.retryAt(next.get(), started, now);
        tasks.saveAttempt(row, attempt(row, response, Attempt.Reason.RETRIED));
        LOG.log(Level.INFO, "task {0} got a {1} and is tried again at {2}", row.uuid(), response.status(), next.get());
        return row;
    }

    private DelayedTask markDead(DelayedTask row, StoredResponse response, Instant started) {
        row.markDead(response, started, clock.instant());
        LOG.log(Level.WARNING, "task {0} is dead after {1} attempts", row.uuid(), row.attempts());
        return endTask(row, response, Attempt.Reason.EXHAUSTED);
    }

    private void audit(DelayedTask task, StoredResponse response) {
        audit.record(AuditEvent.of("ran")
                .with("client", task.owner())
                .with("task", task.uuid())
                .with("method", task.method())
                .with("path", task.path())
                .with("status", response.status()));
    }

    private DelayedTask endTask(DelayedTask row, StoredResponse response, Attempt.Reason reason) {
        tasks.saveResponse(row, response);
        tasks.saveAttempt(row, attempt(row, response, reason));
        ended.fire(new TaskEnded(row));
        return row;
    }

    private Attempt attempt(DelayedTask row, StoredResponse response, Attempt.Reason reason) {
        int life = reason == Attempt.Reason.EXHAUSTED ? row.deaths() - 1 : row.deaths();
        return new Attempt(
                life,
                row.attempts(),
                Objects.requireNonNull(row.started()),
                clock.instant(),
                response.status(),
                reason);
    }
}
