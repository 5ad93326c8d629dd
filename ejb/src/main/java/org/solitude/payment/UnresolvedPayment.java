package org.solitude.payment;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.TransactionStatus;

/**
 * A payment, or a refund, whose status has not changed for a while.
 *
 * @param call the id of its call in the provider journal
 * @param lastAttemptAt when its provider was last asked to charge
 * @param refunds where the provider keeps the refund; null for a payment
 */
record UnresolvedPayment(
        long call,
        String origin,
        boolean ofTask,
        boolean answered,
        Instant lastAttemptAt,
        long transaction,
        String uuid,
        TransactionStatus status,
        @Nullable ProviderRefunds refunds) {

    /** Returns the path of the list in which the provider has it. */
    String path() {
        return refunds == null ? "transactions/" : refunds.path();
    }

    /** Reads what the provider reports of it. */
    PaymentUpdate update(JsonObject reported) {
        return refunds == null ? PaymentUpdate.of(reported) : refunds.update(reported);
    }
}
