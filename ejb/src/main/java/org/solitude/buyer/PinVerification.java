package org.solitude.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.EntityStore;
import org.solitude.validation.RecordNotFoundException;

/**
 * Verifies a buyer's PIN. Attempts are checked and counted under the lock of the buyer's row, so concurrent attempts
 * cannot exceed the limit. A locked-out buyer's attempt is not checked.
 *
 * <p>The slow comparison comes first, before the row is locked and while no database connection is held. It decides
 * only if the row still has the hash that was compared with.
 */
@ApplicationScoped
public class PinVerification {

    /**
     * As many comparisons at once as there are processors: more would slow each other down, and a guess that waits for
     * its turn sees the lock-out that the guesses before it have caused.
     */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

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
        return check(uuid, entered, BuyerPin::hash, BuyerPin::confirm);
    }

    /** Verifies the PIN of a buyer who pays. */
    public Outcome verify(String uuid, String entered) {
        return check(uuid, entered, BuyerPin::hash, BuyerPin::verify);
    }

    /** Confirms the new PIN of a reset: the buyer enters it again. */
    public Outcome confirmReset(String uuid, String entered) {
        return check(uuid, entered, BuyerPin::newHash, BuyerPin::confirmReset);
    }

    /** Checks an entered PIN, with a hasher that may have compared it already. */
    private interface Check {
        boolean test(BuyerPin pin, String entered, PinHasher hasher, PinLockout.Policy policy, Instant now);
    }

    private Outcome check(String uuid, String entered, Function<BuyerPin, @Nullable String> hashOf, Check check) {
        PinHasher prepared = compare(uuid, entered, hashOf);
        Buyer buyer = store.lockBy(Buyer.class, "uuid", uuid).orElseThrow(PinVerification::missing);
        Instant now = clock.instant();
        boolean right = buyer.checkPin(pin -> check.test(pin, entered, prepared, settings.lockout(), now), now);
        store.save();
        return new Outcome(right, buyer.pin().isLockedOut(now));
    }

    /** Compares the PIN with the present hash, unless the buyer is locked out. */
    private PinHasher compare(String uuid, String entered, Function<BuyerPin, @Nullable String> hashOf) {
        turns.acquireUninterruptibly();
        try {
            Present present = store.readApart(
                            Buyer.class,
                            "uuid",
                            uuid,
                            buyer -> new Present(
                                    hashOf.apply(buyer.pin()), buyer.pin().isLockedOut(clock.instant())))
                    .orElseThrow(PinVerification::missing);
            return present.lockedOut() ? hasher : ComparedPin.of(hasher, entered, present.hash());
        } finally {
            turns.release();
        }
    }

    private static RecordNotFoundException missing() {
        return new RecordNotFoundException("There is no buyer with this uuid.");
    }

    /** What is known of the buyer before its row is locked. */
    private record Present(@Nullable String hash, boolean lockedOut) {}
}
