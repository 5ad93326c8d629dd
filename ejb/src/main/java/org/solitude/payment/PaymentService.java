package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderGateway;
import org.solitude.provider.ProviderRequest;
import org.solitude.provider.ProviderResponse;

/**
 * Takes payments to providers: the only place that asks one to charge.
 *
 * <p>Our transaction ({@code received}) and the journal's row of the call commit together, then the provider is asked, then
 * its answer commits, and what follows from it belongs to the request. A refusal is an answer of 400 and above, whose
 * request leaves nothing: so the end of the payment commits together with the answer.
 */
@ApplicationScoped
public class PaymentService {

    private static final String PATH = "transactions/";
    private static final ProviderRequest JOURNALED_REQUEST = new ProviderRequest("POST", PATH, null, null);

    @Inject
    private ProviderGateway gateway;

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private PaymentUpdater updater;

    /** Pays, or goes on with what an earlier attempt began. */
    public Payment pay(Provider provider, PaymentDraft draft) {
        ProviderGateway.JournaledCall<PaymentTransaction> begun = gateway.begin(
                provider, JOURNALED_REQUEST, draft.canonicalText(), entry -> findOrCreateTransaction(entry, draft));
        PaymentTransaction transaction = begun.subject();
        if (begun.closed()) {
            return Payment.closed(transaction);
        }
        try {
            ProviderResponse answer = gateway.sendOnce(
                    begun,
                    request(transaction, draft),
                    refusal -> updater.apply(transaction.id(), PaymentUpdate.failed(failureReason(provider, refusal))));
            return answer.isSuccess()
                    ? Payment.accepted(updater.apply(transaction.id(), updateOf(answer)))
                    : Payment.refused(transaction, answer);
        } catch (ProviderException failure) {
            return Payment.unanswered(transaction, failure);
        }
    }

    private PaymentTransaction findOrCreateTransaction(JournalEntry entry, PaymentDraft draft) {
        PaymentTransaction transaction = entry.transactionId()
                .map(paymentTransactions::lock)
                .orElseGet(() -> paymentTransactions.create(draft.transaction()));
        entry.linkTransaction(transaction.id());
        return transaction;
    }

    private static ProviderRequest request(PaymentTransaction transaction, PaymentDraft draft) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("uuid", transaction.uuid())
                .add("amount", String.valueOf(transaction.money().text()))
                .add("currency", String.valueOf(transaction.money().currency()));
        if (draft.product() != null) {
            body.add("product", draft.product());
        }
        return new ProviderRequest("POST", PATH, null, body.build().toString());
    }

    private static PaymentUpdate updateOf(ProviderResponse answer) {
        return answer.jsonObject()
                .map(PaymentUpdate::of)
                .orElse(new PaymentUpdate(null, TransactionStatus.PENDING, null, null, null));
    }

    private static String failureReason(Provider provider, ProviderResponse refusal) {
        return refusal.errorMessage()
                .orElse("The provider " + provider.name() + " refused it with status " + refusal.status() + ".");
    }
}
