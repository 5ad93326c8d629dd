package org.solitude.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiPredicate;
import org.solitude.persistence.EntityStore;
import org.solitude.validation.RecordNotFoundException;

/**
 * Verifies a buyer's PIN. Attempts are checked and counted under the lock of the buyer's row, so concurrent attempts
 * cannot exceed the limit. A locked-out buyer's attempt is not checked.
 */
@ApplicationScoped
public class PinVerification {

    @Inject
    private EntityStore store;

    @Inject
    private PinHasher hasher;

    @Inject
    private PinSettings settings;

    @Inject
    private Clock clock;

    /** The result of a check. */
    public record Outcome(boolean right, boolean locked) {}

    /** Confirms a PIN that was set: the buyer enters it again. */
    public Outcome confirm(String uuid, String entered) {
        return check(uuid, (pin, now) -> pin.confirm(entered, hasher, settings.lockout(), now));
    }

    /** Verifies the PIN of a buyer who pays. */
    public Outcome verify(String uuid, String entered) {
        return check(uuid, (pin, now) -> pin.verify(entered, hasher, settings.lockout(), now));
    }

    /** Confirms the new PIN of a reset: the buyer enters it again. */
    public Outcome confirmReset(String uuid, String entered) {
        return check(uuid, (pin, now) -> pin.confirmReset(entered, hasher, settings.lockout(), now));
    }

    private Outcome check(String uuid, BiPredicate<BuyerPin, Instant> check) {
        Buyer buyer = store.lockBy(Buyer.class, "uuid", uuid)
                .orElseThrow(() -> new RecordNotFoundException("There is no buyer with this uuid."));
        Instant now = clock.instant();
        boolean right = buyer.checkPin(pin -> check.test(pin, now), now);
        store.save();
        return new Outcome(right, buyer.pin().isLockedOut(now));
    }
}
