package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.paymenttransaction.TransactionType;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.JournaledCall;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderGateway;
import org.solitude.provider.ProviderRequest;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.RecordNotFoundException;
import org.solitude.validation.Violations;

/**
 * Sends refunds to providers. A refund is a transaction of its
 * own that is related to its payment, and takes the steps of a payment ({@link PaymentService}).
 */
@ApplicationScoped
public class RefundService {

    @Inject
    private ProviderGateway gateway;

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private PaymentExecution execution;

    /**
     * Refunds, or continues what an earlier attempt began.
     *
     * @throws RecordNotFoundException if the provider has no payment of ours with this uuid
     * @throws InvalidFieldsException if the refund does not fit the payment
     */
    public Payment refund(Provider provider, RefundDraft draft) {
        ProviderRequest journaled = new ProviderRequest("POST", ourPath(draft), null, null);
        JournaledCall<PaymentOrder> call = gateway.begin(
                provider, journaled, List.of(draft.canonicalText()), entry -> findOrCreate(provider, entry, draft));
        return execution.execute(call);
    }

    /** Returns the path of the refunds in our API: what they are called by the provider is known later. */
    private static String ourPath(RefundDraft draft) {
        return new ProviderRefunds(draft.payment()).path();
    }

    private PaymentOrder findOrCreate(Provider provider, JournalEntry entry, RefundDraft draft) {
        PaymentTransaction payment = paymentTransactions
                .lock(provider.name(), draft.payment())
                .orElseThrow(() -> new RecordNotFoundException(
                        "This provider has no payment of ours with that uuid; name it as uuid in its transaction."));
        Optional<Long> known = entry.transactionId();
        PaymentTransaction refund = known.map(paymentTransactions::lock)
                .orElseGet(() -> paymentTransactions.create(draftFor(payment, draft)));
        return execution.link(
                entry, new PaymentOrder(refund, new ProviderRefunds(theirIdOf(payment)).collection(), null));
    }

    private PaymentTransactionDraft draftFor(PaymentTransaction payment, RefundDraft draft) {
        Money wanted = draft.money();
        Money money = new Money(
                wanted.amount() == null ? paymentTransactions.remaining(payment) : wanted.amount(),
                wanted.currency() == null ? payment.money().currency() : wanted.currency());
        if (money.amount() == null || money.amount().signum() <= 0) {
            throw new InvalidFieldsException("amount", "MORE_THAN_PAID", "Nothing is left of the payment to refund.");
        }
        return new PaymentTransactionDraft(
                draft.uuid(),
                payment.product(),
                payment.buyer(),
                payment.provider(),
                TransactionType.REFUND,
                payment.id(),
                null,
                null,
                null,
                new Changeable(money, TransactionStatus.RECEIVED, null, null, null, draft.notes()));
    }

    private static String theirIdOf(PaymentTransaction payment) {
        String id = payment.changeable().uidSupport();
        if (id == null) {
            throw new InvalidFieldsException(
                    Violations.ALL,
                    "PAYMENT_WITHOUT_ID",
                    "The provider has given this payment no id (uid_support), so it cannot be refunded from here.");
        }
        return id;
    }
}
