package org.solitude.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiPredicate;
import org.solitude.persistence.EntityStore;
import org.solitude.validation.RecordNotFoundException;

/**
 * Lets a buyer prove to be the one by typing the PIN. Guesses are counted under the lock of the buyer's row, so that of
 * many at once no more are checked than one after another; a locked-out buyer's guess is not checked at all.
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

    /** What came of a check. */
    public record Outcome(boolean right, boolean locked) {}

    /** The PIN typed once more after it was set. */
    public Outcome confirm(String uuid, String typed) {
        return check(uuid, (pin, now) -> pin.confirm(typed, hasher, settings.lockOut(), now));
    }

    /** The PIN typed to pay. */
    public Outcome verify(String uuid, String typed) {
        return check(uuid, (pin, now) -> pin.verify(typed, hasher, settings.lockOut(), now));
    }

    /** The new PIN typed once more during a reset. */
    public Outcome confirmReset(String uuid, String typed) {
        return check(uuid, (pin, now) -> pin.confirmReset(typed, hasher, settings.lockOut(), now));
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
