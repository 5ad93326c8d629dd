package org.solitude.buyer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts a buyer's wrong PINs in a row and locks the buyer out for a while after too many.
 *
 * <p>A locked-out buyer's attempts are neither checked nor counted ({@link Buyer#checkPin}). When the lockout ends, the
 * count begins at zero again.
 */
@Embeddable
public class PinLockout {

    @Column(name = "pin_failures", nullable = false)
    private int failures;

    @Column(name = "pin_locked_until")
    private @Nullable Instant lockedUntil;

    @Column(name = "pin_was_locked_out", nullable = false)
    private boolean wasLockedOut;

    protected PinLockout() {}

    /**
     * When buyers are locked out.
     *
     * @param failures the number of wrong PINs in a row that locks a buyer out
     * @param duration of the lockout, from the last wrong PIN
     */
    public record Policy(int failures, Duration duration) {}

    /** Counts a wrong PIN, or resets the count after a right one. */
    void record(boolean right, Policy policy, Instant now) {
        if (right) {
            reset();
            return;
        }
        failures = failures(now) + 1;
        lockedUntil = null;
        if (failures >= policy.failures()) {
            lockedUntil = now.plus(policy.duration());
            wasLockedOut = true;
        }
    }

    void reset() {
        failures = 0;
        lockedUntil = null;
        wasLockedOut = false;
    }

    /** Returns the number of wrong PINs in a row: unchanged during a lockout, zero once it has ended. */
    int failures(Instant now) {
        return lockedUntil == null || isLockedOut(now) ? failures : 0;
    }

    boolean isLockedOut(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Returns whether the buyer has been locked out since the PIN was last changed or right. */
    boolean wasLockedOut() {
        return wasLockedOut;
    }
}
