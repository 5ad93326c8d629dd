package org.solitude.task.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DelayedTask;
import org.solitude.task.FallbackResponse;
import org.solitude.task.StoredRequest;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.cancellation.StartedEffectsCheck;

/**
 * Runs one attempt of a task, from its dispatch message to its outcome.
 *
 * <p>The request's effects and the task's completion commit in one transaction. The completion is conditional: the row
 * must still be due and at the attempt that was started, or everything is rolled back. So a message that is delivered
 * twice changes nothing. The row is read before that transaction begins, so a resource that only waits for a provider
 * holds no database connection.
 *
 * <p>If the outcome cannot be written, the exception goes to the broker, which delivers the message again.
 */
@ApplicationScoped
public class TaskExecutor {

    private static final Logger LOG = System.getLogger(TaskExecutor.class.getName());
    /** How long before its due time a task may run. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

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
    private TaskOutcomeWriter outcomes;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    /**
     * Runs the task once, unless it is not due or runs elsewhere.
     *
     * @throws RuntimeException if its outcome could not be written: the message must be delivered again later
     */
    public void run(long id) {
        if (!inFlight.begin(id)) {
            LOG.log(Level.DEBUG, "task {0} already runs here", id);
            return;
        }
        try {
            Instant now = clock.instant();
            tasks.find(id)
                    .filter(task -> task.isDueAt(now.plus(TOLERANCE)))
                    .filter(task -> !task.dispatchState().isLeasedAt(now))
                    .filter(task -> !task.isExpiredAt(now) || startedEffects.anyStartedFor(task))
                    .filter(task -> claim(task, now))
                    .ifPresentOrElse(
                            task -> attempt(task, now), () -> LOG.log(Level.DEBUG, "task {0} is not due here", id));
        } finally {
            inFlight.end(id);
        }
    }

    /** Leases the row; false if another node that received the same message leased it first or has run the task. */
    private boolean claim(DelayedTask task, Instant now) {
        return transactions.inNewTransaction(
                () -> leases.claim(task, now.plus(TOLERANCE), now, now.plus(settings.lease())));
    }

    private void attempt(DelayedTask task, Instant started) {
        RequestReplayer replayer =
                replayers.current().orElseThrow(() -> new IllegalStateException("the resource layer is not up"));
        Optional<StoredRequest> request = tasks.requestOf(task);
        if (request.isEmpty()) {
            outcomes.markDeadWithoutRequest(task, started);
            return;
        }
        try {
            runInTransaction(replayer, task, request.get(), started)
                    .ifPresent(failure -> outcomes.recordFailure(task, failure, started));
        } catch (DeferredException e) {
            outcomes.defer(task, e);
        }
    }

    /** Returns a response that left no effects; empty if the task is complete, here or elsewhere. */
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
            outcomes.commitCompletion(task, response, started);
            return Optional.empty();
        } catch (DeferredException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "task " + task.uuid() + " could not be run to its end in this attempt", e);
            return Optional.of(FallbackResponse.unavailable());
        } finally {
            transactions.rollbackIfOpen();
        }
    }
}
