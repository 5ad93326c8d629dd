package org.solitude.persistence.jta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.solitude.proxy.ProxySettings;

/**
 * Finds out whether a transaction whose commit failed is committed. PostgreSQL knows the status of each recent
 * transaction by its id ({@code pg_xact_status}, made for a connection that ends during a commit).
 */
@ApplicationScoped
class CommitLookup {

    private static final Logger LOG = System.getLogger(CommitLookup.class.getName());

    /** PostgreSQL may be at the commit still, and a pool may have to connect anew. A client waits for this. */
    private static final int ATTEMPTS = 10;

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Inject
    private Transactions transactions;

    @Inject
    private ProxySettings proxy;

    @PersistenceContext
    private EntityManager entities;

    /** Whether a transaction is committed. */
    enum Outcome {
        COMMITTED,
        ROLLED_BACK,
        UNKNOWN
    }

    /**
     * Returns the id of this thread's transaction; empty if it has written nothing.
     *
     * @throws TransactionFailedException if the database cannot be asked
     */
    Optional<String> currentId() {
        if (proxy.isProxy()) {
            return Optional.empty();
        }
        try {
            return entities
                    .createNativeQuery("select cast(pg_current_xact_id_if_assigned() as text)", String.class)
                    .getResultList()
                    .stream()
                    .filter(Objects::nonNull)
                    .map(String.class::cast)
                    .findFirst();
        } catch (PersistenceException e) {
            throw new TransactionFailedException("the database went away before the commit", e);
        }
    }

    /** Returns whether the transaction of this id is committed; looks again for a moment if that is still open. */
    Outcome find(String id) {
        Outcome outcome = Outcome.UNKNOWN;
        for (int attempt = 1; attempt <= ATTEMPTS && outcome == Outcome.UNKNOWN; attempt++) {
            outcome = look(id);
            if (outcome == Outcome.UNKNOWN) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        LOG.log(Level.WARNING, "a commit failed; transaction {0} is {1}", id, outcome);
        return outcome;
    }

    private Outcome look(String id) {
        try {
            Object status = transactions.inNewTransaction(
                    () -> entities.createNativeQuery("select pg_xact_status(cast(:id as xid8))", String.class)
                            .setParameter("id", id)
                            .getSingleResult());
            return "committed".equals(status)
                    ? Outcome.COMMITTED
                    : "aborted".equals(status) ? Outcome.ROLLED_BACK : Outcome.UNKNOWN;
        } catch (PersistenceException | TransactionFailedException e) {
            LOG.log(Level.DEBUG, "the status of a transaction could not be read", e);
            return Outcome.UNKNOWN;
        }
    }
}
