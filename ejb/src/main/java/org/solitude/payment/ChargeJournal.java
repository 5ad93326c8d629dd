package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.solitude.provider.JournalEntry;

/**
 * The calls in the provider journal that ask for a charge or a refund.
 *
 * <p>Whoever changes a payment and its call locks the call first, so that nobody waits for the other in turn.
 */
@ApplicationScoped
class ChargeJournal {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /**
     * Closes the call of a payment or a refund on which its provider reports, in the transaction of the caller: a
     * provider that knows it is not asked any more. Call it before the transaction is locked.
     */
    void closeAsReported(String provider, String uuid) {
        entities.createQuery(
                        "select e from JournalEntry e where e.transactionId in"
                                + " (select t.id from PaymentTransaction t"
                                + " where t.provider = :provider and t.uuid = :uuid)",
                        JournalEntry.class)
                .setParameter("provider", provider)
                .setParameter("uuid", uuid)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(call -> call.closeAsReported(clock.instant()));
    }

    /** Returns whether a call to a provider was made, or is about to be made, for this transaction. */
    boolean hasCallFor(long transaction) {
        return !entities.createQuery("select e.id from JournalEntry e where e.transactionId = :transaction", Long.class)
                .setParameter("transaction", transaction)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
