package org.solitude.buyer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's PIN and what became of it: set, confirmed by typing it once more, mistyped, locked for a while, reset by way
 * of a new PIN that has to be confirmed too.
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

    @Column(name = "pin_failures", nullable = false)
    private int failures;

    @Column(name = "pin_locked_until")
    private @Nullable Instant lockedUntil;

    @Column(name = "pin_was_locked_out", nullable = false)
    private boolean wasLockedOut;

    protected BuyerPin() {}

    static BuyerPin none() {
        return new BuyerPin();
    }

    /** Does what a draft wants. What the draft says of the state counts after what it says of the PIN. */
    void apply(BuyerDraft draft, PinHasher hashes) {
        if (draft.pin().requested()) {
            setHash(hashed(draft.pin(), hashes));
        }
        if (draft.newPin().requested()) {
            newHash = hashed(draft.newPin(), hashes);
        }
        confirmed = draft.pinConfirmed() == null ? confirmed : draft.pinConfirmed();
        needsReset = draft.needsPinReset() == null ? needsReset : draft.needsPinReset();
    }

    /** Typed once more after it was set: right, it is confirmed from now on; wrong, it is not. */
    boolean confirm(String typed, PinHasher hashes, PinSettings.LockOut policy, Instant now) {
        confirmed = hashes.matches(typed, hash);
        count(confirmed, policy, now);
        return confirmed;
    }

    /** Typed to prove who is there. Only a confirmed PIN can be right, and none while the buyer is locked out. */
    boolean verify(String typed, PinHasher hashes, PinSettings.LockOut policy, Instant now) {
        boolean right = hashes.matches(typed, hash) && confirmed;
        count(right, policy, now);
        return right;
    }

    /** The new PIN typed once more: right, it becomes the PIN, confirmed, and the reset is over. */
    boolean confirmReset(String typed, PinHasher hashes, PinSettings.LockOut policy, Instant now) {
        boolean right = hashes.matches(typed, newHash);
        count(right, policy, now);
        if (right) {
            hash = newHash;
            newHash = null;
            confirmed = true;
            needsReset = false;
        }
        return right;
    }

    private void count(boolean right, PinSettings.LockOut policy, Instant now) {
        if (right) {
            forgetFailures();
            return;
        }
        failures = failures(now) + 1;
        lockedUntil = null;
        if (failures >= policy.failures()) {
            lockedUntil = now.plus(policy.length());
            wasLockedOut = true;
        }
    }

    private void setHash(@Nullable String newPin) {
        hash = newPin;
        confirmed = false;
        forgetFailures();
    }

    private void forgetFailures() {
        failures = 0;
        lockedUntil = null;
        wasLockedOut = false;
    }

    private static @Nullable String hashed(PinChange change, PinHasher hashes) {
        return change.digits() == null ? null : hashes.hash(change.digits());
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

    /** Wrong PINs in a row. They stay counted while the buyer is locked out, and are forgotten when the lock ends. */
    public int failures(Instant now) {
        return lockedUntil == null || isLockedOut(now) ? failures : 0;
    }

    public boolean isLockedOut(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Whether the buyer was locked out since the PIN was last changed or right. */
    public boolean wasLockedOut() {
        return wasLockedOut;
    }
}
