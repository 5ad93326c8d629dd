package org.solitude.crypto;

/** Keeps bytes so that whoever gets hold of the database or a dump can neither read nor swap them. Thread-safe. */
public interface Encryptor {

    /**
     * The plain bytes, sealed with the current key. Sealing the same bytes twice gives two different results.
     *
     * @param place where the sealed bytes will stand (a table, a column, a row's id): they open nowhere else
     */
    byte[] encrypt(byte[] plain, byte[] place);

    /**
     * The plain bytes again, whichever of the keyring's keys sealed them.
     *
     * @throws DecryptionException when the bytes were changed, stand in another place, or their key is gone
     */
    byte[] decrypt(byte[] sealed, byte[] place);

    /** Whether an older key sealed these bytes, so that they are to be sealed again before that key goes. */
    boolean isOutdated(byte[] sealed);
}
