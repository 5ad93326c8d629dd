package org.solitude.payment;

import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.validation.Violations;

/**
 * A payment that a client requests.
 *
 * @param transaction the payment transaction to create
 * @param product the provider's id of the product, null if it has none
 */
public record PaymentDraft(
        PaymentTransactionDraft transaction, @Nullable String product) {

    /** Adds the violations of this draft. Unlike a transaction, a payment needs its amount from the beginning. */
    public void check(Violations violations) {
        transaction.check(violations);
        if (transaction.changes().money().amount() == null) {
            violations.required("amount");
        }
        if (transaction.changes().money().currency() == null) {
            violations.required("currency");
        }
    }

    /**
     * Returns the request as one text: equal texts are equal requests. A keyed hash of it is stored with the call, so
     * its form must not change, even when the classes and components are renamed.
     */
    String canonicalText() {
        PaymentTransactionDraft.Changeable changes = transaction.changes();
        return ("TransactionDraft[uuid=%s, product=%s, buyer=%s, provider=%s, type=%s, related=%s, source=%s,"
                        + " carrier=%s, region=%s, changes=Changeable[money=Money[amount=%s, currency=%s], status=%s,"
                        + " statusReason=%s, uidPay=%s, uidSupport=%s, notes=%s]]%s")
                .formatted(
                        transaction.uuid(),
                        transaction.product(),
                        transaction.buyer(),
                        transaction.provider(),
                        transaction.type(),
                        transaction.related(),
                        transaction.source(),
                        transaction.carrier(),
                        transaction.region(),
                        changes.money().amount(),
                        changes.money().currency(),
                        changes.status(),
                        changes.statusReason(),
                        changes.uidPay(),
                        changes.uidSupport(),
                        changes.notes(),
                        product);
    }
}
