package org.solitude.crypto;

/** Encrypts bytes so that a reader of the database or a dump can neither read nor exchange them. Thread-safe. */
public interface Encryptor {

    /**
     * Encrypts bytes with the current key. Encrypting the same bytes twice gives different results.
     *
     * @param associatedData where the encrypted bytes are stored (table, column, id of the row); decryption needs the
     *     same
     */
    byte[] encrypt(byte[] plain, byte[] associatedData);

    /**
     * Decrypts bytes that were encrypted with any key of the keyring.
     *
     * @throws DecryptionException if the bytes were changed, the associated data differs, or the key is missing
     */
    byte[] decrypt(byte[] encrypted, byte[] associatedData);

    /** Returns whether an older key encrypted these bytes, so that they must be re-encrypted before it is removed. */
    boolean isOutdated(byte[] encrypted);
}
