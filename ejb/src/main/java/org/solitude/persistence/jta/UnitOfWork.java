package org.solitude.persistence.jta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/**
 * Runs one request in one transaction. A synchronous write begins it before the resource method and ends it when the
 * response is known; a replay joins the transaction of its task. A response of 400 and above leaves no effects.
 * Constraint violations are found before the response is built, not at the commit.
 */
@ApplicationScoped
public class UnitOfWork {

    @Inject
    private Transactions transactions;

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
     * @throws TransactionFailedException if it could not commit; it has no effects then
     */
    public void end(int status, Runnable last) {
        try {
            if (status < 400) {
                last.run();
            }
            if (status < 400 && transactions.isOpen()) {
                transactions.commit();
            }
        } finally {
            transactions.rollbackIfOpen();
        }
    }
}
