package org.solitude.paymenttransaction;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a payment is. {@link #canBecome} is the only gate for clients, {@link #providerCanMoveTo} the one for a provider.
 *
 * <pre>
 * pending ──▶ any other
 * checked, received ──▶ completed | failed
 * completed, failed, cancelled: final
 *
 * by its provider: received, checked ──▶ pending ──▶ completed | failed, or there at once
 * </pre>
 */
public enum TransactionStatus {
    PENDING(0),
    COMPLETED(1),
    CHECKED(2),
    RECEIVED(3),
    FAILED(4),
    CANCELLED(5);

    private final int code;

    TransactionStatus(int code) {
        this.code = code;
    }

    /** The number that clients and the database use. */
    public int code() {
        return code;
    }

    public static Optional<TransactionStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    /** Whether a payment in this status may go on to {@code next}. */
    public boolean canBecome(TransactionStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case CHECKED, RECEIVED -> next == COMPLETED || next == FAILED;
            case COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether the provider of a payment in this status may take it on to {@code next}. */
    public boolean providerCanMoveTo(TransactionStatus next) {
        return switch (this) {
            case CHECKED, RECEIVED -> next == PENDING || next == COMPLETED || next == FAILED;
            case PENDING -> next == COMPLETED || next == FAILED;
            case COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether nothing moves any more. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
