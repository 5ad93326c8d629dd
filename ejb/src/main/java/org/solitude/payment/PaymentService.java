package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderGateway;
import org.solitude.provider.ProviderRequest;
import org.solitude.provider.ProviderResponse;

/**
 * Sends payments to providers. This is the only place that asks a provider to charge.
 *
 * <p>Our transaction ({@code received}) and the journal entry of the call commit together; then the provider is called;
 * then its response commits. The effects of a success belong to the request. A refusal is a response of 400 and above,
 * whose request is rolled back, so the failed transaction commits together with the response in the journal.
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

    /** Pays, or continues what an earlier attempt began. */
    public Payment pay(Provider provider, PaymentDraft draft) {
        ProviderGateway.JournaledCall<PaymentTransaction> call = gateway.begin(
                provider,
                JOURNALED_REQUEST,
                List.of(draft.canonicalText(), draft.earlierCanonicalText()),
                entry -> findOrCreateTransaction(entry, draft));
        PaymentTransaction transaction = call.subject();
        if (call.closed()) {
            return Payment.closed(transaction);
        }
        try {
            ProviderResponse response = gateway.sendOnce(
                    call,
                    request(transaction, draft),
                    refusal -> updater.apply(transaction.id(), PaymentUpdate.failed(failureReason(provider, refusal))));
            return response.isSuccess()
                    ? Payment.accepted(updater.apply(transaction.id(), updateOf(response)))
                    : Payment.refused(transaction, response);
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

    private static PaymentUpdate updateOf(ProviderResponse response) {
        return response.jsonObject().map(PaymentUpdate::of).orElse(PaymentUpdate.PENDING);
    }

    static String failureReason(Provider provider, ProviderResponse refusal) {
        return refusal.errorMessage()
                .orElse("The provider " + provider.name() + " refused it with status " + refusal.status() + ".");
    }
}
