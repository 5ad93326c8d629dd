package org.solitude.buyer;

import org.jspecify.annotations.Nullable;

/** Keeps PINs so that they can be checked and not read. */
public interface PinHasher {

    /** A salted hash to keep. */
    String hash(String pin);

    /** Whether this is the PIN behind the hash. Takes as long without a hash as with one, so time tells nothing. */
    boolean matches(String pin, @Nullable String hash);
}
