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
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderGateway;
import org.solitude.provider.ProviderRequest;
import org.solitude.provider.ProviderResponse;

/** Asks a provider what became of a payment, by the uuid we gave it. */
@ApplicationScoped
class PaymentInquiry {

    private static final Logger LOG = System.getLogger(PaymentInquiry.class.getName());
    private static final PaymentUpdate NEVER_RECEIVED = PaymentUpdate.failed(
            "The provider was never reached: it does not know this payment, and nothing was charged.");

    @Inject
    private ProviderGateway gateway;

    @Inject
    private UnresolvedPayments unresolved;

    /**
     * Asks, and writes down what follows.
     *
     * @return false where the provider is in no state to be asked
     */
    boolean ask(Provider provider, UnresolvedPayment payment) {
        boolean givenUp = unresolved.isAbandoned(provider, payment);
        String query = "uuid=" + URLEncoder.encode(payment.uuid(), StandardCharsets.UTF_8);
        ProviderResponse answer = gateway.send(provider, new ProviderRequest("GET", "transactions/", query, null));
        Optional<JsonArray> found = answer.jsonObject()
                .map(said -> said.get("objects"))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast);
        if (!answer.isSuccess() || found.isEmpty()) {
            LOG.log(Level.WARNING, "{0} answers {1} when it is asked for a payment", provider.name(), answer.status());
            return false;
        }
        Optional<PaymentUpdate> news = found.get().stream()
                .filter(JsonObject.class::isInstance)
                .map(each -> PaymentUpdate.of((JsonObject) each))
                .filter(each -> payment.uuid().equals(each.uuid()))
                .findFirst();
        if (news.isPresent()) {
            unresolved.update(payment, news.get());
        } else if (payment.status() == TransactionStatus.RECEIVED && !payment.answered()) {
            if (givenUp) {
                unresolved.close(payment, NEVER_RECEIVED);
            }
        } else {
            LOG.log(Level.WARNING, "{0} has forgotten transaction {1}", provider.name(), payment.transaction());
        }
        return true;
    }
}
