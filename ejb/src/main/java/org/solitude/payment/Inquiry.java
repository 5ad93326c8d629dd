package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.solitude.generic.transaction.TransactionStatus;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderAnswer;
import org.solitude.provider.ProviderCalls;
import org.solitude.provider.ProviderRequest;

/** Asks a provider what became of a payment, by the uuid we gave it. */
@ApplicationScoped
class Inquiry {

    private static final Logger LOG = System.getLogger(Inquiry.class.getName());
    private static final PaymentNews UNHEARD = PaymentNews.failed(
            "The provider was never reached: it does not know this payment, and nothing was charged.");

    @Inject
    private ProviderCalls calls;

    @Inject
    private HangingPayments hanging;

    /**
     * Asks, and writes down what follows.
     *
     * @return false where the provider is in no state to be asked
     */
    boolean about(Provider provider, HangingPayment payment) {
        boolean givenUp = hanging.isGivenUp(provider, payment);
        String query = "uuid=" + URLEncoder.encode(payment.uuid(), StandardCharsets.UTF_8);
        ProviderAnswer answer = calls.ask(provider, new ProviderRequest("GET", "transactions/", query, null));
        Optional<JsonArray> found = answer.object()
                .map(said -> said.get("objects"))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast);
        if (!answer.isSuccess() || found.isEmpty()) {
            LOG.log(Level.WARNING, "{0} answers {1} when it is asked for a payment", provider.name(), answer.status());
            return false;
        }
        Optional<PaymentNews> news = found.get().stream()
                .filter(JsonObject.class::isInstance)
                .map(each -> PaymentNews.of((JsonObject) each))
                .filter(each -> payment.uuid().equals(each.uuid()))
                .findFirst();
        if (news.isPresent()) {
            hanging.note(payment, news.get());
        } else if (payment.status() == TransactionStatus.RECEIVED && !payment.answered()) {
            if (givenUp) {
                hanging.bury(payment, UNHEARD);
            }
        } else {
            LOG.log(Level.WARNING, "{0} has forgotten transaction {1}", provider.name(), payment.transaction());
        }
        return true;
    }
}
