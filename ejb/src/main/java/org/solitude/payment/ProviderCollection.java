package org.solitude.payment;

import jakarta.json.JsonObject;
import java.util.function.UnaryOperator;

/**
 * The list in which a provider keeps payments, or the refunds of one payment.
 *
 * @param path in the provider's API
 * @param naming replaces the provider's id by the one that we keep
 */
record ProviderCollection(String path, UnaryOperator<PaymentUpdate> naming) {

    /** The payments. */
    static final ProviderCollection PAYMENTS = new ProviderCollection("transactions/", UnaryOperator.identity());

    /** Reads the provider's report of a member. */
    PaymentUpdate update(JsonObject reported) {
        return naming.apply(PaymentUpdate.of(reported));
    }
}
