package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.solitude.payment.contradiction.ContradictionService;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.paymenttransaction.PaymentTransactionService;

/**
 * Applies a provider's report of a payment to our transaction. A report that contradicts it moves nothing and is raised
 * to the operators, who must decide.
 */
@ApplicationScoped
class PaymentUpdater {

    private static final Logger LOG = System.getLogger(PaymentUpdater.class.getName());

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private ContradictionService contradictions;

    /** Applies an update in the transaction of the caller, unless it contradicts, and returns our transaction. */
    PaymentTransaction apply(long pk, PaymentUpdate update) {
        PaymentTransaction present = compare(pk, update);
        return update.fits(present)
                ? paymentTransactions.settle(pk, transaction -> merge(transaction, update))
                : present;
    }

    /**
     * Compares an update with our transaction in the transaction of the caller, and raises a contradiction to the
     * operators.
     *
     * @return our transaction, locked
     */
    PaymentTransaction compare(long pk, PaymentUpdate update) {
        PaymentTransaction transaction = paymentTransactions.lock(pk);
        update.contradictionTo(transaction)
                .ifPresent(mismatch ->
                        contradictions.raise(mismatch.kind(), transaction, mismatch.ours(), mismatch.theirs()));
        return transaction;
    }

    private Changeable merge(PaymentTransaction transaction, PaymentUpdate update) {
        Changeable present = transaction.changeable();
        boolean statusChanges = present.status().providerCanMoveTo(update.status());
        Money money = present.money();
        return new Changeable(
                money,
                statusChanges ? update.status() : present.status(),
                statusChanges ? update.reason() : present.statusReason(),
                uniqueUid(
                        transaction, present.uidPay(), update.token() == null ? update.id() : update.token(), "uidPay"),
                uniqueUid(transaction, present.uidSupport(), update.id(), "uidSupport"),
                present.notes());
    }

    /**
     * A uid never changes once it is set. One that another payment has already is an error of the provider, so it is
     * left out.
     */
    private @Nullable String uniqueUid(
            PaymentTransaction transaction, @Nullable String present, @Nullable String reported, String attribute) {
        if (present != null || reported == null) {
            return present;
        }
        if (paymentTransactions.uidExists(transaction.provider(), attribute, reported)) {
            LOG.log(
                    Level.WARNING,
                    "provider {0} gave two payments the uid {1}: the later one, transaction {2}, is stored without it",
                    transaction.provider(),
                    reported,
                    transaction.id());
            return null;
        }
        return reported;
    }
}
