package org.solitude.paymenttransaction;

import java.util.Arrays;
import java.util.Optional;

/** What moves the money. The number that clients and the database use is the position here. */
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
