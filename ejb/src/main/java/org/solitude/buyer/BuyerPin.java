package org.solitude.buyer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's PIN: set, confirmed by entering it again, and reset by a new PIN that must be confirmed too. {@link
 * PinLockout} counts wrong PINs.
 */
@Embeddable
public class BuyerPin {

    @Column(name = "pin")
    private @Nullable String hash;

    @Column(name = "pin_confirmed", nullable = false)
    private boolean confirmed;

    @Column(name = "new_pin")
    private @Nullable String newHash;

    @Column(name = "needs_pin_reset", nullable = false)
    private boolean needsReset;

    @Embedded
    private PinLockout lockout = new PinLockout();

    protected BuyerPin() {}

    static BuyerPin none() {
        return new BuyerPin();
    }

    /** Applies a draft. Its explicit {@code pinConfirmed} and {@code needsPinReset} override what a new PIN implies. */
    void apply(BuyerDraft draft, PinHasher hasher) {
        if (draft.pin().requested()) {
            setHash(hashed(draft.pin(), hasher));
        }
        if (draft.newPin().requested()) {
            newHash = hashed(draft.newPin(), hasher);
        }
        confirmed = draft.pinConfirmed() == null ? confirmed : draft.pinConfirmed();
        needsReset = draft.needsPinReset() == null ? needsReset : draft.needsPinReset();
    }

    /** Confirms the PIN if it was entered right; a wrong one makes it unconfirmed. */
    boolean confirm(String entered, PinHasher hasher, PinLockout.Policy policy, Instant now) {
        confirmed = hasher.matches(entered, hash);
        lockout.record(confirmed, policy, now);
        return confirmed;
    }

    /** Verifies the PIN. An unconfirmed PIN is wrong. */
    boolean verify(String entered, PinHasher hasher, PinLockout.Policy policy, Instant now) {
        boolean right = hasher.matches(entered, hash) && confirmed;
        lockout.record(right, policy, now);
        return right;
    }

    /** Verifies the new PIN. If it is right, it replaces the PIN, is confirmed, and the reset is complete. */
    boolean confirmReset(String entered, PinHasher hasher, PinLockout.Policy policy, Instant now) {
        boolean right = hasher.matches(entered, newHash);
        lockout.record(right, policy, now);
        if (right) {
            hash = newHash;
            newHash = null;
            confirmed = true;
            needsReset = false;
        }
        return right;
    }

    private void setHash(@Nullable String newPin) {
        hash = newPin;
        confirmed = false;
        lockout.reset();
    }

    private static @Nullable String hashed(PinChange change, PinHasher hasher) {
        return change.digits() == null ? null : hasher.hash(change.digits());
    }

    @Nullable
    String hash() {
        return hash;
    }

    @Nullable
    String newHash() {
        return newHash;
    }

    public boolean isSet() {
        return hash != null;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public boolean hasNew() {
        return newHash != null;
    }

    public boolean needsReset() {
        return needsReset;
    }

    /** Returns the number of wrong PINs in a row: unchanged during a lockout, zero once it has ended. */
    public int failures(Instant now) {
        return lockout.failures(now);
    }

    public boolean isLockedOut(Instant now) {
        return lockout.isLockedOut(now);
    }

    /** Returns whether the buyer has been locked out since the PIN was last changed or right. */
    public boolean wasLockedOut() {
        return lockout.wasLockedOut();
    }
}
