package org.solitude.buyer;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * New PINs that were hashed before the buyer's row is locked, because a hash takes a third of a second. Any other PIN is
 * hashed when it is asked for.
 *
 * @param hasher hashes
 * @param hashes the hashes by PIN
 */
record HashedPins(PinHasher hasher, Map<String, String> hashes) implements PinHasher {

    static HashedPins of(PinHasher hasher, Collection<String> pins) {
        return new HashedPins(
                hasher,
                pins.stream().filter(PinChange::isPin).distinct().collect(toMap(Function.identity(), hasher::hash)));
    }

    @Override
    public String hash(String pin) {
        String known = hashes.get(pin);
        return known == null ? hasher.hash(pin) : known;
    }

    @Override
    public boolean matches(String pin, @Nullable String hash) {
        return hasher.matches(pin, hash);
    }

    /** Leaves out the digits: the text may be logged. */
    @Override
    public String toString() {
        return hashes.size() + " hashed PINs";
    }
}
