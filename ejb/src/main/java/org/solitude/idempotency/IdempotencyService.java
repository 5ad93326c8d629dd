package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.solitude.caller.Caller;
import org.solitude.persistence.jta.CommitFailedException;
import org.solitude.persistence.jta.TransactionFailedException;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DelayedTask;
import org.solitude.task.StoredRequest;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskOptions;
import org.solitude.task.TaskSettings;
import org.solitude.task.submission.TaskSubmission;

/**
 * Decides which call with an idempotency key is the first, and returns its response to the others. No call waits here.
 *
 * <p>The record of a delayed write and its task are saved in one transaction. A synchronous write first claims the key
 * in a transaction of its own, so that it holds no connection while it runs. Then its effects, its response and the end
 * of the claim are committed in one transaction.
 */
@ApplicationScoped
public class IdempotencyService {

    private static final Logger LOG = System.getLogger(IdempotencyService.class.getName());

    @Inject
    private IdempotencyRepository repository;

    @Inject
    private ResponseEncryption encryption;

    @Inject
    private InFlightClaims inFlight;

    @Inject
    private TaskSubmission submission;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskSettings taskSettings;

    @Inject
    private Clock clock;

    /**
     * Accepts the write as a task, or returns what became of its first call.
     *
     * @param options read for a first call only: in a repeat, {@code notBefore} or {@code expires} may have passed
     * @throws IdempotencyKeyReusedException if the key was used for another write
     */
    public KeyDecision accept(
            IdempotentWrite write, StoredRequest request, Caller caller, Supplier<TaskOptions> options) {
        while (true) {
            Optional<KeyDecision> first = find(write);
            if (first.isPresent()) {
                return first.get();
            }
            try {
                DelayedTask task = submission.accept(
                        request, caller, options.get(), accepted -> repository.addAccepted(write, accepted.uuid()));
                return new KeyDecision.Accepted(task.uuid(), true);
            } catch (RuntimeException e) {
                rethrowUnlessKeyTaken(e);
            }
        }
    }

    /**
     * Claims the key for a write that is about to run, or returns what became of its first call.
     *
     * <p>A claim must be {@linkplain #end ended}.
     *
     * @throws IdempotencyKeyReusedException if the key was used for another write
     */
    public KeyDecision claim(IdempotentWrite write) {
        while (true) {
            Optional<KeyDecision> first = find(write);
            if (first.isPresent()) {
                return first.get();
            }
            try {
                Instant until = clock.instant().plus(taskSettings.lease());
                KeyDecision.Proceed claim = transactions.inNewTransaction(() -> repository.addClaimed(write, until));
                inFlight.begin(claim.claim());
                return claim;
            } catch (RuntimeException e) {
                rethrowUnlessKeyTaken(withoutDoubt(e));
            }
        }
    }

    /**
     * Saves the response, in the current transaction together with the effects, or else in a new one.
     *
     * @throws TransactionFailedException if it could not be saved; then the effects must not be committed either
     */
    public void saveResponse(KeyDecision.Proceed claim, StoredResponse response) {
        try {
            if (transactions.isOpen()) {
                saveInCurrentTransaction(claim, response);
            } else {
                transactions.inNewTransaction(() -> saveInCurrentTransaction(claim, response));
            }
        } catch (PersistenceException | IllegalStateException e) {
            throw new TransactionFailedException("the response of an idempotency key could not be saved", e);
        }
    }

    private void saveInCurrentTransaction(KeyDecision.Proceed claim, StoredResponse response) {
        if (!repository.saveResponse(claim, response)) {
            throw new TransactionFailedException(
                    "the claim of an idempotency key expired, and another call may hold it");
        }
    }

    /**
     * Ends a claim. Unless the response was saved, the record is deleted, so that the next call with the key is the
     * first.
     */
    public void end(KeyDecision.Proceed claim, boolean saved) {
        try {
            if (!saved) {
                transactions.inNewTransaction(() -> repository.release(claim));
            }
        } catch (TransactionFailedException | PersistenceException e) {
            LOG.log(Level.WARNING, "an idempotency key could not be released; it is free when its claim expires", e);
        } finally {
            inFlight.end(claim.claim());
        }
    }

    /**
     * Returns what became of the first call; empty if there was none, or if it ended without a response that is stored.
     * Never waits.
     *
     * @throws IdempotencyKeyReusedException if the key was used for another write
     */
    public Optional<KeyDecision> find(IdempotentWrite write) {
        while (true) {
            Optional<IdempotencyRecord> found = repository.find(write);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            IdempotencyRecord row = found.get();
            if (!repository.hasFingerprint(row, write)) {
                throw new IdempotencyKeyReusedException();
            }
            UUID claim = row.claim();
            if (claim == null) {
                return Optional.of(responseOf(row));
            }
            if (row.isClaimedAt(clock.instant())) {
                return Optional.of(new KeyDecision.InProgress(claim));
            }
            releaseExpired(new KeyDecision.Proceed(row.id(), claim));
        }
    }

    private void releaseExpired(KeyDecision.Proceed claim) {
        try {
            transactions.inNewTransaction(() -> repository.release(claim));
        } catch (CommitFailedException e) {
            throw withoutDoubt(e);
        }
    }

    private KeyDecision responseOf(IdempotencyRecord row) {
        UUID task = row.task();
        return task != null
                ? new KeyDecision.Accepted(task, false)
                : new KeyDecision.Answered(encryption.decrypt(row).orElseThrow());
    }

    /** A claim whose commit failed leaves no doubt about the write: it has not run. */
    private static RuntimeException withoutDoubt(RuntimeException failure) {
        return failure instanceof CommitFailedException
                ? new TransactionFailedException("the write of an idempotency key does not run", failure)
                : failure;
    }

    /** Returns if a concurrent call added the key first: the caller then looks for its response. */
    private static void rethrowUnlessKeyTaken(RuntimeException failure) {
        if (!IdempotencyRepository.isKeyTaken(failure)) {
            throw failure;
        }
        LOG.log(Level.DEBUG, "another call with the same key came first");
    }
}
