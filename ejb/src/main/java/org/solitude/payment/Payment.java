package org.solitude.payment;

import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.provider.ProviderException;
import org.solitude.provider.ProviderResponse;

/**
 * How far a payment has come.
 *
 * @param transaction ours
 * @param closed whether it had been given up before, so that its provider was not asked any more
 * @param refusal what the provider said against it, null where it took it on
 * @param failure why the provider said nothing, null where it did
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
