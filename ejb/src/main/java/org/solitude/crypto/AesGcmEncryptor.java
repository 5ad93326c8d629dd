package org.solitude.crypto;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts with AES-256-GCM. The encrypted bytes are: the version of the format (1), the length of the key's id, the
 * id, a random nonce of 12 bytes, the ciphertext and its tag of 16 bytes. The tag authenticates all that precedes the
 * ciphertext, and the associated data.
 */
@Dependent
public class AesGcmEncryptor implements Encryptor {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keyring keys;

    @Inject
    public AesGcmEncryptor(Keyring keys) {
        this.keys = keys;
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] associatedData) {
        MasterKey key = keys.current();
        byte[] id = key.id().getBytes(StandardCharsets.US_ASCII);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] header = ByteBuffer.allocate(2 + id.length + NONCE_BYTES)
                .put(VERSION)
                .put((byte) id.length)
                .put(id)
                .put(nonce)
                .array();
        try {
            byte[] cipherText = cipher(Cipher.ENCRYPT_MODE, key, nonce, header, associatedData)
                    .doFinal(plain);
            return ByteBuffer.allocate(header.length + cipherText.length)
                    .put(header)
                    .put(cipherText)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    @Override
    public byte[] decrypt(byte[] encrypted, byte[] associatedData) {
        Header header = Header.of(encrypted);
        MasterKey key = keys.key(header.keyId())
                .orElseThrow(
                        () -> new DecryptionException("the encryption key " + header.keyId() + " is not configured"));
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, header.nonce(), header.bytes(), associatedData);
            return cipher.doFinal(encrypted, header.bytes().length, encrypted.length - header.bytes().length);
        } catch (GeneralSecurityException e) {
            throw new DecryptionException("the encrypted bytes were changed, or belong to other associated data", e);
        }
    }

    @Override
    public boolean isOutdated(byte[] encrypted) {
        return !Header.of(encrypted).keyId().equals(keys.current().id());
    }

    private static Cipher cipher(int mode, MasterKey key, byte[] nonce, byte[] header, byte[] associatedData)
            throws GeneralSecurityException {
        SecretKeySpec aes = key.forPurpose("seal", "AES");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(associatedData);
        return cipher;
    }

    /** All that precedes the ciphertext. */
    private record Header(String keyId, byte[] nonce, byte[] bytes) {

        static Header of(byte[] encrypted) {
            try {
                ByteBuffer buffer = ByteBuffer.wrap(encrypted);
                if (buffer.get() != VERSION) {
                    throw new DecryptionException("these bytes were not encrypted by this server");
                }
                byte[] id = new byte[buffer.get() & 0xff];
                byte[] nonce = new byte[NONCE_BYTES];
                buffer.get(id).get(nonce);
                if (buffer.remaining() < TAG_BITS / Byte.SIZE) {
                    throw new DecryptionException("the encrypted bytes are truncated");
                }
                byte[] all = new byte[buffer.position()];
                buffer.rewind().get(all);
                return new Header(new String(id, StandardCharsets.US_ASCII), nonce, all);
            } catch (BufferUnderflowException e) {
                throw new DecryptionException("the encrypted bytes are truncated", e);
            }
        }
    }
}
