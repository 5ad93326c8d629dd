package org.solitude.payment;

import org.jspecify.annotations.Nullable;
import org.solitude.generic.transaction.Transaction;
import org.solitude.provider.ProviderAnswer;
import org.solitude.provider.ProviderFailure;

/**
 * How far a payment has come.
 *
 * @param transaction ours
 * @param closed whether it had been given up before, so that its provider was not asked any more
 * @param refusal what the provider said against it, null where it took it on
 * @param failure why the provider said nothing, null where it did
 */
public record Payment(
        Transaction transaction,
        boolean closed,
        @Nullable ProviderAnswer refusal,
        @Nullable ProviderFailure failure) {

    static Payment takenOn(Transaction transaction) {
        return new Payment(transaction, false, null, null);
    }

    static Payment givenUp(Transaction transaction) {
        return new Payment(transaction, true, null, null);
    }

    static Payment refused(Transaction transaction, ProviderAnswer refusal) {
        return new Payment(transaction, false, refusal, null);
    }

    static Payment unanswered(Transaction transaction, ProviderFailure failure) {
        return new Payment(transaction, false, null, failure);
    }
}
