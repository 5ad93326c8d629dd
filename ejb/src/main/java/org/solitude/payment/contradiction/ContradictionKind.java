package org.solitude.payment.contradiction;

import java.util.Locale;

/** What a provider and our books disagree about. */
public enum ContradictionKind {
    /** The provider reports another amount than was asked for. */
    AMOUNT,
    /** The provider reports another currency than was asked for. */
    CURRENCY,
    /** The provider answers about another payment than it was asked about. */
    OTHER_PAYMENT,
    /** The provider has several payments with the uuid of ours. */
    DUPLICATE,
    /** The provider reports a status that we do not know. */
    UNKNOWN_STATUS,
    /** The provider reports another outcome than that which our transaction has already. */
    FINAL_STATUS,
    /** The provider does not know a payment that it had accepted. */
    FORGOTTEN,
    /** The provider gives two payments the same id. */
    SHARED_ID,
    /** The provider reports a refund that does not fit the payment. */
    REFUND,
    /** The buyer or the buyer's bank took the payment back, or disputes it. */
    CHARGEBACK;

    /** Returns the name in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
