package org.solitude.persistence.jta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs one request in one transaction. A synchronous write begins it before the resource method and ends it when the
 * response is known; a replay joins the transaction of its task. A response of 400 and above leaves no effects.
 * Constraint violations are found before the response is built, not at the commit.
 */
@ApplicationScoped
public class UnitOfWork {

    private static final Logger LOG = System.getLogger(UnitOfWork.class.getName());

    @Inject
    private Transactions transactions;

    @Inject
    private CommitLookup commits;

    @PersistenceContext
    private EntityManager entities;

    /** Begins a transaction, or joins the one of the replay. */
    public void begin(Duration timeout) {
        if (!transactions.isOpen()) {
            transactions.begin(timeout);
        }
    }

    /**
     * Writes the effects of a resource method whose response is below 400, so that constraints are checked now.
     *
     * @throws TransactionFailedException if the transaction has ended meanwhile, so that the response would be wrong
     */
    public void flush() {
        if (transactions.isActive()) {
            entities.flush();
        } else if (transactions.wasRolledBackByTimeout()) {
            throw new TransactionFailedException("the transaction was rolled back at its timeout");
        } else if (transactions.isOpen()) {
            throw new IllegalStateException(
                    "the transaction was marked for rollback, but the response reports success");
        }
    }

    /**
     * Ends the transaction of a synchronous request, if it has one.
     *
     * @param last runs before the commit if the response is below 400
     * @throws CommitFailedException if it is not known whether it was committed
     * @throws TransactionFailedException if it was rolled back
     */
    public void end(int status, Runnable last) {
        try {
            if (status < 400) {
                last.run();
            }
            if (status < 400 && transactions.isOpen()) {
                commit();
            }
        } finally {
            transactions.rollbackIfOpen();
        }
    }

    /** Commits, and looks what became of a transaction whose commit failed. */
    private void commit() {
        Optional<String> id = transactions.isActive() ? commits.currentId() : Optional.empty();
        try {
            transactions.commit();
        } catch (CommitFailedException e) {
            switch (id.map(commits::find).orElse(CommitLookup.Outcome.ROLLED_BACK)) {
                case COMMITTED -> LOG.log(Level.WARNING, "a commit whose answer was lost took effect", e);
                case ROLLED_BACK -> throw new TransactionFailedException("the transaction was rolled back", e);
                case UNKNOWN -> throw e;
            }
        }
    }
}
