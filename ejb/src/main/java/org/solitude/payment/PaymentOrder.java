package org.solitude.payment;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.provider.ProviderRequest;

/**
 * A payment or a refund that a provider is asked for.
 *
 * @param transaction ours
 * @param collection where the provider keeps it
 * @param product the provider's id of the product, null if it has none
 */
record PaymentOrder(
        PaymentTransaction transaction,
        ProviderCollection collection,
        @Nullable String product) {

    /** Returns the request that asks for it; the same in each attempt. */
    ProviderRequest request() {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("uuid", transaction.uuid())
                .add("amount", String.valueOf(transaction.money().text()))
                .add("currency", String.valueOf(transaction.money().currency()));
        if (product != null) {
            body.add("product", product);
        }
        return new ProviderRequest("POST", collection.path(), null, body.build().toString());
    }
}
