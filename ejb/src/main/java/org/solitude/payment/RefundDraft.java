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

    /**
     * Returns the request as one text: equal texts are equal requests. A keyed hash of it is stored with the call, so
     * its form must not change, even when the class and its components are renamed.
     */
    String canonicalText() {
        return "Refund[payment=%s, uuid=%s, amount=%s, currency=%s, notes=%s]"
                .formatted(payment, uuid, money.amount(), money.currency(), notes);
    }
}
