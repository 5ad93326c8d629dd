package org.solitude.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.validation.Violations;

/**
 * What a client wants paid.
 *
 * @param transaction ours, as it is to begin
 * @param product the provider's product, where it has one for it
 */
public record PaymentDraft(
        PaymentTransactionDraft transaction, @Nullable String product) {

    /** The rules of a payment: a transaction may learn its amount later, money that is to move may not. */
    public void check(Violations violations) {
        transaction.check(violations);
        if (transaction.changes().money().amount() == null) {
            violations.required("amount");
        }
        if (transaction.changes().money().currency() == null) {
            violations.required("currency");
        }
    }

    /** The request in one text: the same text is the same request. */
    String canonicalText() {
        return transaction + Objects.toString(product);
    }
}
