package org.solitude.paymenttransaction;

import java.util.Arrays;
import java.util.Optional;

/** The kind of a transaction. The ordinal is the number in the API and the database. */
public enum TransactionType {
    PAYMENT,
    REFUND,
    REVERSAL,
    MANUAL_REFUND,
    MANUAL_REVERSAL;

    public int code() {
        return ordinal();
    }

    public static Optional<TransactionType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.ordinal() == code).findFirst();
    }
}
