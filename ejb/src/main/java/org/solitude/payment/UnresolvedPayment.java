package org.solitude.payment;

import java.time.Instant;
import org.solitude.paymenttransaction.TransactionStatus;

/**
 * A payment, or a refund, whose status has not changed for a while.
 *
 * @param call the id of its call in the provider journal
 * @param lastAttemptAt when its provider was last asked to charge
 * @param collection where the provider keeps it
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
        ProviderCollection collection) {}
