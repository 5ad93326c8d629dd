package org.solitude.buyer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PIN that was compared with a hash before the buyer's row was locked, because a comparison takes a third of a second.
 * Where the row has another hash by then, it compares again.
 *
 * @param hasher compares
 * @param hash the hash that was compared with
 * @param matches the result
 */
record ComparedPin(
        PinHasher hasher, String entered, @Nullable String hash, boolean matches) implements PinHasher {

    static ComparedPin of(PinHasher hasher, String entered, @Nullable String hash) {
        return new ComparedPin(hasher, entered, hash, hasher.matches(entered, hash));
    }

    @Override
    public String hash(String pin) {
        return hasher.hash(pin);
    }

    @Override
    public boolean matches(String pin, @Nullable String present) {
        return pin.equals(entered) && Objects.equals(present, hash) ? matches : hasher.matches(pin, present);
    }

    /** Leaves out the digits: the text may be logged. */
    @Override
    public String toString() {
        return "a compared PIN";
    }
}
