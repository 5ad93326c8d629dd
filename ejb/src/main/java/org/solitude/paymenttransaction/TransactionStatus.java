package org.solitude.paymenttransaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The status of a payment. {@link #canBecome} is the gate for clients, {@link #providerCanMoveTo} that for a
 * provider.
 *
 * <pre>
 * pending ──▶ any other
 * checked, received ──▶ completed | failed
 * completed, failed, cancelled: final
 *
 * by the provider: received, checked ──▶ pending ──▶ completed | failed | cancelled, or directly to the end
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

    /** Returns the number that the API and the database use. */
    public int code() {
        return code;
    }

    /** Returns the name for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TransactionStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    /** Returns whether a client may change this status to {@code next}. */
    public boolean canBecome(TransactionStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case CHECKED, RECEIVED -> next == COMPLETED || next == FAILED;
            case COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    /** Returns whether the provider may change this status to {@code next}. */
    public boolean providerCanMoveTo(TransactionStatus next) {
        return switch (this) {
            case CHECKED, RECEIVED -> next == PENDING || next.isFinal();
            case PENDING -> next.isFinal();
            case COMPLETED, FAILED, CANCELLED -> false;
        };
    }

    /** Returns whether it ended without an effect: no money has moved, and none will. */
    public boolean isUnsuccessful() {
        return this == FAILED || this == CANCELLED;
    }

    /** Returns whether this status cannot change any more. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
