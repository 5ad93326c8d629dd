package org.solitude.buyer;

import org.jspecify.annotations.Nullable;

/** Hashes PINs and verifies them against their hash. */
public interface PinHasher {

    /** Returns a salted hash. */
    String hash(String pin);

    /**
     * Returns whether the PIN has this hash. Takes as long without a hash as with one, so that timing reveals nothing.
     */
    boolean matches(String pin, @Nullable String hash);
}
