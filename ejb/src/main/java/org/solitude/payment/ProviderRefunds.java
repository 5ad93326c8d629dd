package org.solitude.payment;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.provider.ProviderRequest;

/**
 * The refunds of one payment at its provider.
 *
 * @param payment the provider's id of the payment
 */
record ProviderRefunds(String payment) {

    private static final int MAX_UID_LENGTH = 255;

    /** Returns the request that asks for a refund. */
    ProviderRequest create(PaymentTransaction refund) {
        String body = Json.createObjectBuilder()
                .add("uuid", refund.uuid())
                .add("amount", String.valueOf(refund.money().text()))
                .add("currency", String.valueOf(refund.money().currency()))
                .build()
                .toString();
        return new ProviderRequest("POST", path(), null, body);
    }

    /** Returns the path of the refunds in the provider's API. */
    String path() {
        return "transactions/"
                + URLEncoder.encode(payment, StandardCharsets.UTF_8).replace("+", "%20") + "/refunds/";
    }

    /**
     * Reads the provider's report of a refund. Providers number refunds for themselves, and our uids are unique per
     * provider, so the id is stored as the path below the transactions.
     */
    PaymentUpdate update(JsonObject refund) {
        PaymentUpdate update = PaymentUpdate.of(refund);
        return new PaymentUpdate(update.uuid(), update.status(), uid("refunds", update.id()), null, update.reason());
    }

    /** Returns the uid under which we keep what the provider has made of the payment; null if it would be too long. */
    @Nullable
    String uid(String collection, @Nullable String id) {
        String uid = payment + "/" + collection + "/" + id;
        return id == null || uid.length() > MAX_UID_LENGTH ? null : uid;
    }
}
