package org.solitude.persistence.jta;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/**
 * One request, one transaction, in both modes. A synchronous write begins it before the resource method and ends it
 * when the response is known; a replay runs inside the transaction of its task. Either way a response of 400 and above
 * leaves no effects, and what the database refuses is refused before the response is built, not at the commit.
 */
@ApplicationScoped
public class UnitOfWork {

    @Inject
    private Transactions transactions;

    @PersistenceContext
    private EntityManager entities;

    /** Opens a transaction, or joins the one of the replay. */
    public void begin(Duration timeout) {
        if (!transactions.isOpen()) {
            transactions.begin(timeout);
        }
    }

    /**
     * The resource method gave a response below 400: writes its effects, so that constraints speak now.
     *
     * @throws TransactionFailedException where the transaction ended meanwhile, so that the response must not be believed
     */
    public void flush() {
        if (transactions.isActive()) {
            entities.flush();
        } else if (transactions.wasRolledBackByTimeout()) {
            throw new TransactionFailedException("the transaction ran into its time-out");
        } else if (transactions.isOpen()) {
            throw new IllegalStateException("the transaction was given up, but the response reports success");
        }
    }

    /**
     * Ends the transaction of a synchronous request, where it has one.
     *
     * @param last what is done with the effects of a response below 400, or not at all
     * @throws TransactionFailedException where it could not be committed; there are no effects
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
