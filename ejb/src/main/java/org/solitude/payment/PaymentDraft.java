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

    /** Returns the request as one text that is equal for equal requests only ({@link CanonicalText}). */
    String canonicalText() {
        PaymentTransactionDraft.Changeable changes = transaction.changes();
        return new CanonicalText()
                .with("uuid", transaction.uuid())
                .with("seller_product", transaction.product())
                .with("buyer", transaction.buyer())
                .with("provider", transaction.provider())
                .with("source", transaction.source())
                .with("carrier", transaction.carrier())
                .with("region", transaction.region())
                .with("amount", changes.money().text())
                .with("currency", changes.money().currency())
                .with("notes", changes.notes())
                .with("product", product)
                .text();
    }

    /**
     * Returns the text whose hash was stored before {@link #canonicalText}. A client that repeats its key after the
     * upgrade must not be taken for one that sends another payment.
     */
    String earlierCanonicalText() {
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
