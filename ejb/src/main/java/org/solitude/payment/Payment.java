package org.solitude.payment;

import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderResponse;

/**
 * The result of a payment request.
 *
 * @param transaction our payment transaction
 * @param closed whether the payment was closed before, so that its provider was not called
 * @param refusal the provider's error response, null unless it refused
 * @param failure why there is no response, null if there is one
 */
public record Payment(
        PaymentTransaction transaction,
        boolean closed,
        @Nullable ProviderResponse refusal,
        @Nullable ProviderException failure) {

    static Payment accepted(PaymentTransaction transaction) {
        return new Payment(transaction, false, null, null);
    }

    static Payment closed(PaymentTransaction transaction) {
        return new Payment(transaction, true, null, null);
    }

    static Payment refused(PaymentTransaction transaction, ProviderResponse refusal) {
        return new Payment(transaction, false, refusal, null);
    }

    static Payment unanswered(PaymentTransaction transaction, ProviderException failure) {
        return new Payment(transaction, false, null, failure);
    }
}
