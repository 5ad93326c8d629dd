package org.solitude.payment;

import java.time.Instant;
import org.solitude.paymenttransaction.TransactionStatus;

/**
 * A payment of which nothing has been heard for a while.
 *
 * @param call the key of its call in the provider journal
 * @param askedAt when its provider was asked to charge last
 */
record UnresolvedPayment(
        long call,
        String origin,
        boolean ofTask,
        boolean answered,
        Instant lastAttemptAt,
        long transaction,
        String uuid,
        TransactionStatus status) {}
