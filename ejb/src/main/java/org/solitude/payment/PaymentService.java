package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.JournaledCall;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderGateway;
import org.solitude.provider.ProviderRequest;

/**
 * Sends payments to providers.
 *
 * <p>Our transaction ({@code received}) and the journal entry of the call commit together; then the provider is called;
 * then its response commits. The effects of a success belong to the request. A refusal is a response of 400 and above,
 * whose request is rolled back, so the failed transaction commits together with the response in the journal.
 */
@ApplicationScoped
public class PaymentService {

    private static final ProviderRequest JOURNALED_REQUEST =
            new ProviderRequest("POST", ProviderCollection.PAYMENTS.path(), null, null);

    @Inject
    private ProviderGateway gateway;

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private SaleRules saleRules;

    @Inject
    private PaymentExecution execution;

    /** Pays, or continues what an earlier attempt began. */
    public Payment pay(Provider provider, PaymentDraft draft) {
        JournaledCall<PaymentOrder> call = gateway.begin(
                provider,
                JOURNALED_REQUEST,
                List.of(draft.canonicalText(), draft.earlierCanonicalText()),
                entry -> findOrCreate(entry, draft));
        return execution.execute(call);
    }

    /** An unsent payment is checked again each time: what has happened meanwhile may forbid to sell. */
    private PaymentOrder findOrCreate(JournalEntry entry, PaymentDraft draft) {
        if (!entry.wasSent()) {
            saleRules.check(draft.transaction());
        }
        PaymentTransaction transaction = entry.transactionId()
                .map(paymentTransactions::lock)
                .orElseGet(() -> paymentTransactions.create(draft.transaction()));
        return execution.link(entry, new PaymentOrder(transaction, ProviderCollection.PAYMENTS, draft.product()));
    }
}
