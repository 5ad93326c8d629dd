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

/** Asks a provider for the status of a payment, by the uuid of our transaction. */
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
     * Asks the provider and applies its response.
     *
     * @return false if the provider cannot response now
     */
    boolean ask(Provider provider, UnresolvedPayment payment) {
        boolean abandoned = unresolved.isAbandoned(provider, payment);
        String query = "uuid=" + URLEncoder.encode(payment.uuid(), StandardCharsets.UTF_8);
        ProviderResponse response = gateway.inquire(provider, new ProviderRequest("GET", payment.path(), query, null));
        Optional<JsonArray> found = response.jsonObject()
                .map(body -> body.get("objects"))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast);
        if (!response.isSuccess() || found.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "provider {0} answers {1} to the inquiry of a payment",
                    provider.name(),
                    response.status());
            return false;
        }
        Optional<PaymentUpdate> update = found.get().stream()
                .filter(JsonObject.class::isInstance)
                .map(each -> payment.update((JsonObject) each))
                .filter(each -> payment.uuid().equals(each.uuid()))
                .findFirst();
        if (update.isPresent()) {
            unresolved.update(payment, update.get());
        } else if (payment.status() == TransactionStatus.RECEIVED && !payment.answered()) {
            if (abandoned) {
                unresolved.close(payment, NEVER_RECEIVED);
            }
        } else {
            LOG.log(
                    Level.WARNING,
                    "provider {0} does not know transaction {1} any more",
                    provider.name(),
                    payment.transaction());
        }
        return true;
    }
}
