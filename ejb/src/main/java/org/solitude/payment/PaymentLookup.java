package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderGateway;
import org.solitude.provider.ProviderRequest;
import org.solitude.provider.ProviderResponse;

/** Asks a provider what it knows of a payment or a refund, by the uuid of our transaction. Never asks it to pay. */
@ApplicationScoped
class PaymentLookup {

    @Inject
    private ProviderGateway gateway;

    /**
     * Asks the provider and returns its report.
     *
     * @return empty if the provider says that it does not know it
     * @throws ProviderException if it does not answer, or not in a way that tells
     */
    Optional<PaymentUpdate> find(Provider provider, ProviderCollection collection, String uuid) {
        String query = "uuid=" + URLEncoder.encode(uuid, StandardCharsets.UTF_8);
        ProviderResponse response =
                gateway.inquire(provider, new ProviderRequest("GET", collection.path(), query, null));
        List<JsonObject> listed = listed(provider, response);
        List<PaymentUpdate> found = listed.stream()
                .map(collection::update)
                .filter(each -> uuid.equals(each.uuid()))
                .toList();
        if (found.isEmpty() && !listed.isEmpty()) {
            throw ProviderException.outcomeUnknown(provider, "asked for it, it lists other payments.");
        }
        return found.size() > 1
                ? Optional.of(PaymentUpdate.duplicate(uuid, found.size()))
                : found.stream().findFirst();
    }

    private static List<JsonObject> listed(Provider provider, ProviderResponse response) {
        return Optional.of(response)
                .filter(ProviderResponse::isSuccess)
                .flatMap(ProviderResponse::jsonObject)
                .map(body -> body.get("objects"))
                .filter(JsonArray.class::isInstance)
                .map(objects -> ((JsonArray) objects)
                        .stream()
                                .map(each -> each instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT)
                                .toList())
                .orElseThrow(() -> ProviderException.outcomeUnknown(
                        provider, "asked for it, it answers " + response.status() + " without a list."));
    }
}
