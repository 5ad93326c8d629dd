package org.solitude.payment;

import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.Money;

/**
 * A refund that a client requests.
 *
 * @param payment the uuid of the payment
 * @param uuid of the refund, null to have the server choose one
 * @param money an unknown amount refunds what is left; an unknown currency is that of the payment
 */
public record RefundDraft(
        String payment,
        @Nullable String uuid,
        Money money,
        @Nullable String notes) {

    /** Returns the request as one text that is equal for equal requests only ({@link CanonicalText}). */
    String canonicalText() {
        return new CanonicalText()
                .with("refund_of", payment)
                .with("uuid", uuid)
                .with("amount", money.text())
                .with("currency", money.currency())
                .with("notes", notes)
                .text();
    }
}
