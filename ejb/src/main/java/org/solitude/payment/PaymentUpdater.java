package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.solitude.payment.contradiction.ContradictionKind;
import org.solitude.payment.contradiction.ContradictionService;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionStatus;

/**
 * Applies a provider's report of a payment to our transaction, and raises a contradiction if the two do not fit.
 */
@ApplicationScoped
class PaymentUpdater {

    private static final Logger LOG = System.getLogger(PaymentUpdater.class.getName());

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private ContradictionService contradictions;

    /** Applies an update in the transaction of the caller, and returns our transaction. */
    PaymentTransaction apply(long pk, PaymentUpdate update) {
        return paymentTransactions.settle(pk, transaction -> merge(transaction, update));
    }

    /** Returns whether our transaction can take the status of the update. */
    static boolean fits(PaymentTransaction transaction, PaymentUpdate update) {
        TransactionStatus present = transaction.changeable().status();
        return update.status() == present
                || update.status() == TransactionStatus.PENDING
                || present.providerCanMoveTo(update.status());
    }

    private Changeable merge(PaymentTransaction transaction, PaymentUpdate update) {
        Changeable present = transaction.changeable();
        boolean statusChanges = present.status().providerCanMoveTo(update.status());
        if (!fits(transaction, update)) {
            contradictions.raise(
                    ContradictionKind.FINAL_STATUS,
                    transaction,
                    present.status().word(),
                    update.status().word());
        }
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
