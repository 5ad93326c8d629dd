package org.solitude.crypto;

import java.util.List;

/**
 * Hashes a secret value so that it can be searched for: equal values have equal hashes, and without the key values
 * cannot be guessed. Thread-safe.
 */
public interface KeyedHash {

    /**
     * Returns the hash to store, made with the current key.
     *
     * @param purpose what the value is (table and column); the same value has another hash for another purpose
     */
    String of(String purpose, String value);

    /**
     * Returns the hashes to search for: one by each key, because values stored before a key rotation have an older one.
     */
    List<String> allOf(String purpose, String value);
}
