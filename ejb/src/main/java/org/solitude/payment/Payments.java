package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.solitude.generic.transaction.PaymentTransactionService;
import org.solitude.generic.transaction.Transaction;
import org.solitude.generic.transaction.TransactionStatus;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderAnswer;
import org.solitude.provider.ProviderCalls;
import org.solitude.provider.ProviderFailure;
import org.solitude.provider.ProviderRequest;

/**
 * Takes payments to providers: the only place that asks one to charge.
 *
 * <p>Our transaction ({@code received}) and the journal's row of the call commit together, then the provider is asked, then
 * its answer commits, and what follows from it belongs to the request. A refusal is an answer of 400 and above, whose
 * request leaves nothing: so the end of the payment commits together with the answer.
 */
@ApplicationScoped
public class Payments {

    private static final String PATH = "transactions/";
    private static final ProviderRequest ASKED = new ProviderRequest("POST", PATH, null, null);

    @Inject
    private ProviderCalls calls;

    @Inject
    private PaymentTransactionService ledger;

    @Inject
    private PaymentBooks books;

    /** Pays, or goes on with what an earlier attempt began. */
    public Payment pay(Provider provider, PaymentDraft draft) {
        ProviderCalls.Begun<Transaction> begun =
                calls.begin(provider, ASKED, draft.said(), entry -> subject(entry, draft));
        Transaction transaction = begun.subject();
        if (begun.closed()) {
            return Payment.givenUp(transaction);
        }
        try {
            ProviderAnswer answer = calls.askOnce(
                    begun,
                    request(transaction, draft),
                    refusal -> books.note(transaction.id(), PaymentNews.failed(reason(provider, refusal))));
            return answer.isSuccess()
                    ? Payment.takenOn(books.note(transaction.id(), news(answer)))
                    : Payment.refused(transaction, answer);
        } catch (ProviderFailure failure) {
            return Payment.unanswered(transaction, failure);
        }
    }

    private Transaction subject(JournalEntry entry, PaymentDraft draft) {
        Transaction transaction = entry.subject().map(ledger::lock).orElseGet(() -> ledger.create(draft.transaction()));
        entry.isAbout(transaction.id());
        return transaction;
    }

    private static ProviderRequest request(Transaction transaction, PaymentDraft draft) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("uuid", transaction.uuid())
                .add("amount", String.valueOf(transaction.money().text()))
                .add("currency", String.valueOf(transaction.money().currency()));
        if (draft.product() != null) {
            body.add("product", draft.product());
        }
        return new ProviderRequest("POST", PATH, null, body.build().toString());
    }

    private static PaymentNews news(ProviderAnswer answer) {
        return answer.object()
                .map(PaymentNews::of)
                .orElse(new PaymentNews(null, TransactionStatus.PENDING, null, null, null));
    }

    private static String reason(Provider provider, ProviderAnswer refusal) {
        return refusal.words()
                .orElse("The provider " + provider.name() + " refused it with status " + refusal.status() + ".");
    }
}
