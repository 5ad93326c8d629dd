package org.solitude.crypto;

import java.util.List;

/**
 * Makes a secret value findable: equal values have equal hashes, and nobody without the key can try values out.
 * Thread-safe.
 */
public interface KeyedHash {

    /**
     * The hash to keep, by the current key, as text.
     *
     * @param purpose what the value is (a table and a column): the same value elsewhere has another hash
     */
    String of(String purpose, String value);

    /** The hashes to look for: by each key of the keyring, because what was kept before a rotation has an older one. */
    List<String> allOf(String purpose, String value);
}
