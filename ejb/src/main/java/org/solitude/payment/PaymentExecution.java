package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.provider.CallState;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.JournaledCall;
import org.solitude.provider.ProviderException;

/**
 * Has a provider carry out a payment or a refund, and tells the result.
 *
 * <p>A provider is asked only while our transaction is {@code received}. Once it is more than that, by whatever way the
 * provider's word came, a repeated request is answered from our books.
 */
@ApplicationScoped
class PaymentExecution {

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private ChargeAttempt attempt;

    @Inject
    private PaymentSettings settings;

    @Inject
    private Clock clock;

    /** Links a call to what it asks for, and closes it if that is decided. Commits together with the journal entry. */
    PaymentOrder link(JournalEntry entry, PaymentOrder order) {
        entry.linkTransaction(
                order.transaction().id(), settings.inquiries(clock).first());
        if (!order.transaction().isUndecided()) {
            entry.closeAsReported(clock.instant());
        }
        return order;
    }

    /** Asks the provider, unless the outcome is known. */
    Payment execute(JournaledCall<PaymentOrder> call) {
        if (!call.subject().transaction().isUndecided()) {
            return fromBooks(call);
        }
        Payment payment = attempt(call);
        return payment.transaction().isUndecided() ? reread(payment) : payment;
    }

    /** Answers as the call was answered: a refused one by its refusal, others by our transaction. */
    private static Payment fromBooks(JournaledCall<PaymentOrder> call) {
        PaymentTransaction transaction = call.subject().transaction();
        boolean failed = transaction.changeable().status() == TransactionStatus.FAILED;
        if (failed && call.state() == CallState.ABANDONED) {
            return Payment.closed(transaction);
        }
        return call.response()
                .filter(response -> failed && !response.isSuccess())
                .map(refusal -> Payment.refused(transaction, refusal))
                .orElseGet(() -> Payment.accepted(transaction));
    }

    private Payment attempt(JournaledCall<PaymentOrder> call) {
        try {
            return attempt.advance(call);
        } catch (ProviderException failure) {
            return Payment.unanswered(call.subject().transaction(), failure);
        }
    }

    /** While the provider was asked, an event may have told what the response did not. */
    private Payment reread(Payment undecided) {
        PaymentTransaction now = paymentTransactions.get(undecided.transaction().id());
        return now.isUndecided() ? undecided : Payment.accepted(now);
    }
}
