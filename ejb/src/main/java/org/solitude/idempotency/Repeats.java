package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.solitude.caller.Caller;
import org.solitude.delay.Acceptance;
import org.solitude.delay.DelaySettings;
import org.solitude.delay.DelayedTask;
import org.solitude.delay.StoredRequest;
import org.solitude.delay.StoredResponse;
import org.solitude.delay.Wishes;
import org.solitude.transaction.TransactionFailed;
import org.solitude.transaction.Transactions;

/**
 * Decides which of the calls with one key is the first, and gives its answer to the others.
 *
 * <p>Of a delayed write the key and the task are kept in one transaction. Another write first claims the key, in a
 * transaction of its own, so that it holds no connection while it runs; then its effects, its response and the end of the
 * claim are one transaction.
 */
@ApplicationScoped
public class Repeats {

    private static final Logger LOG = System.getLogger(Repeats.class.getName());

    @Inject
    private KeyRows rows;

    @Inject
    private KeptResponses responses;

    @Inject
    private RunningClaims running;

    @Inject
    private Acceptance acceptance;

    @Inject
    private Transactions transactions;

    @Inject
    private IdempotencySettings settings;

    @Inject
    private DelaySettings delay;

    @Inject
    private Clock clock;

    /**
     * Accepts the write as a task, or finds what its first call was answered.
     *
     * @param wishes of the first call; a repeat is answered though its date is over by now
     * @throws OtherPayload where the key was used for another write
     * @throws StillRunning where the first call is not answered in time
     */
    public Turn accept(KeyedWrite write, StoredRequest request, Caller caller, Supplier<Wishes> wishes) {
        while (true) {
            Optional<Turn> first = first(write);
            if (first.isPresent()) {
                return first.get();
            }
            try {
                DelayedTask task = acceptance.accept(
                        request, caller, wishes.get(), accepted -> rows.addAccepted(write, accepted.uuid()));
                return new Turn.Accepted(task.uuid(), true);
            } catch (RuntimeException e) {
                orTaken(e);
            }
        }
    }

    /**
     * Claims the key for a write that is about to run, or finds what its first call was answered. A claim must be
     * {@linkplain #end ended}.
     *
     * @throws OtherPayload where the key was used for another write
     * @throws StillRunning where the first call is not answered in time
     */
    public Turn claim(KeyedWrite write) {
        while (true) {
            Optional<Turn> first = first(write);
            if (first.isPresent()) {
                return first.get();
            }
            try {
                Instant until = clock.instant().plus(delay.lease());
                Turn.Mine mine = transactions.inNew(() -> rows.addClaimed(write, until));
                running.begin(mine.claim());
                return mine;
            } catch (RuntimeException e) {
                orTaken(e);
            }
        }
    }

    /**
     * Keeps the response: with the effects, where the caller has a transaction, or else in one of its own.
     *
     * @throws TransactionFailed where it could not be kept, so that the effects must not be either
     */
    public void keep(Turn.Mine mine, StoredResponse response) {
        try {
            if (transactions.isOpen()) {
                keepHere(mine, response);
            } else {
                transactions.inNew(() -> keepHere(mine, response));
            }
        } catch (PersistenceException | IllegalStateException e) {
            throw new TransactionFailed("the answer of a key could not be kept", e);
        }
    }

    private void keepHere(Turn.Mine mine, StoredResponse response) {
        if (!rows.keep(mine, response)) {
            throw new TransactionFailed("the claim of a key was void, and somebody else may hold it");
        }
    }

    /** The call has ended, with its answer kept or not; without one the next call with the key is the first. */
    public void end(Turn.Mine mine, boolean kept) {
        try {
            if (!kept) {
                transactions.inNew(() -> rows.letGo(mine));
            }
        } catch (TransactionFailed | PersistenceException e) {
            LOG.log(Level.WARNING, "a key could not be let go; it is free when its claim is over", e);
        } finally {
            running.end(mine.claim());
        }
    }

    /** What the first call was answered, once it is; empty where there was none. */
    private Optional<Turn> first(KeyedWrite write) {
        Instant patience = clock.instant().plus(settings.patience());
        while (true) {
            Optional<KeyRow> found = rows.find(write);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            KeyRow row = found.get();
            if (!rows.isOf(row, write)) {
                throw new OtherPayload();
            }
            UUID claim = row.claim();
            if (claim == null) {
                return Optional.of(answer(row));
            }
            Instant now = clock.instant();
            if (!row.isClaimedAt(now)) {
                transactions.inNew(() -> rows.letGo(new Turn.Mine(row.id(), claim)));
            } else if (now.isBefore(patience)) {
                await(claim, Duration.between(now, patience));
            } else {
                throw new StillRunning();
            }
        }
    }

    private Turn answer(KeyRow row) {
        UUID task = row.task();
        return task != null
                ? new Turn.Accepted(task, false)
                : new Turn.Answered(responses.open(row).orElseThrow());
    }

    private void await(UUID claim, Duration atMost) {
        try {
            running.await(claim, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StillRunning();
        }
    }

    /** Another call was a moment faster: look what it is answered. */
    private static void orTaken(RuntimeException failure) {
        if (!KeyRows.isTaken(failure)) {
            throw failure;
        }
        LOG.log(Level.DEBUG, "another call with the same key came first");
    }
}
