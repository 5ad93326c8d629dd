package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionStatus;

/** Writes what a provider says of a payment into our books. Where the two contradict each other, a person must look. */
@ApplicationScoped
class PaymentUpdater {

    private static final Logger LOG = System.getLogger(PaymentUpdater.class.getName());

    @Inject
    private PaymentTransactionService paymentTransactions;

    /** Our transaction, after the provider's news of it: in the transaction of the caller. */
    PaymentTransaction apply(long pk, PaymentUpdate news) {
        return paymentTransactions.settle(pk, transaction -> merge(transaction, news));
    }

    /** Whether the news fit where our transaction is. */
    static boolean fits(PaymentTransaction transaction, PaymentUpdate news) {
        TransactionStatus present = transaction.changeable().status();
        return news.status() == present
                || news.status() == TransactionStatus.PENDING
                || present.providerCanMoveTo(news.status());
    }

    private Changeable merge(PaymentTransaction transaction, PaymentUpdate news) {
        Changeable present = transaction.changeable();
        boolean moves = present.status().providerCanMoveTo(news.status());
        if (!fits(transaction, news)) {
            LOG.log(
                    Level.ERROR,
                    "transaction {0} is {1} with us and {2} with provider {3}: somebody has to look",
                    transaction.id(),
                    present.status(),
                    news.status(),
                    transaction.provider());
        }
        Money money = present.money();
        return new Changeable(
                money,
                moves ? news.status() : present.status(),
                moves ? news.reason() : present.statusReason(),
                uniqueUid(transaction, present.uidPay(), news.token() == null ? news.id() : news.token(), "uidPay"),
                uniqueUid(transaction, present.uidSupport(), news.id(), "uidSupport"),
                present.notes());
    }

    /** A name once given stays. One that belongs to another payment already is the provider's mistake, not this payment's. */
    private @Nullable String uniqueUid(
            PaymentTransaction transaction, @Nullable String present, @Nullable String said, String attribute) {
        if (present != null || said == null) {
            return present;
        }
        if (paymentTransactions.uidExists(transaction.provider(), attribute, said)) {
            LOG.log(
                    Level.WARNING,
                    "provider {0} names two payments {1}: the later, transaction {2}, is kept without it",
                    transaction.provider(),
                    said,
                    transaction.id());
            return null;
        }
        return said;
    }
}
