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
import org.jspecify.annotations.Nullable;

/**
 * Encrypts with AES-256-GCM, each message under a key of its own. The encrypted bytes are: the version of the format,
 * the length of the master key's id, the id, a random salt of 16 bytes, from which the message's key is derived, a
 * random nonce of 12 bytes, the ciphertext and its tag of 16 bytes. The tag authenticates all that precedes the
 * ciphertext, and the associated data.
 *
 * <p>Random nonces under one key may not be used more than 2<sup>32</sup> times (NIST SP 800-38D, 8.3), which a busy
 * server reaches. With a key for each message there is no such limit. Version 1 had no salt and one key for all; it is
 * still decrypted.
 */
@Dependent
public class AesGcmEncryptor implements Encryptor {

    private static final byte ONE_KEY_FOR_ALL = 1;
    private static final byte KEY_PER_MESSAGE = 2;
    private static final int SALT_BYTES = 16;
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
        Header header = Header.random(key.id());
        try {
            byte[] cipherText =
                    cipher(Cipher.ENCRYPT_MODE, key, header, associatedData).doFinal(plain);
            return ByteBuffer.allocate(header.bytes().length + cipherText.length)
                    .put(header.bytes())
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
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, header, associatedData);
            return cipher.doFinal(encrypted, header.bytes().length, encrypted.length - header.bytes().length);
        } catch (GeneralSecurityException e) {
            throw new DecryptionException("the encrypted bytes were changed, or belong to other associated data", e);
        }
    }

    @Override
    public boolean isOutdated(byte[] encrypted) {
        return !Header.of(encrypted).keyId().equals(keys.current().id());
    }

    private static Cipher cipher(int mode, MasterKey key, Header header, byte[] associatedData)
            throws GeneralSecurityException {
        byte[] salt = header.salt();
        SecretKeySpec aes = salt == null ? key.forPurpose("seal", "AES") : key.forMessage(salt);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, header.nonce()));
        cipher.updateAAD(header.bytes());
        cipher.updateAAD(associatedData);
        return cipher;
    }

    /**
     * All that precedes the ciphertext.
     *
     * @param salt null in version 1
     * @param bytes the header as it is stored
     */
    private record Header(String keyId, byte @Nullable [] salt, byte[] nonce, byte[] bytes) {

        /** Returns the header of a new message. */
        static Header random(String keyId) {
            byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
            byte[] random = new byte[SALT_BYTES + NONCE_BYTES];
            RANDOM.nextBytes(random);
            return of(ByteBuffer.allocate(2 + id.length + random.length)
                    .put(KEY_PER_MESSAGE)
                    .put((byte) id.length)
                    .put(id)
                    .put(random)
                    .rewind());
        }

        /** Reads the header of encrypted bytes. */
        static Header of(byte[] encrypted) {
            try {
                ByteBuffer buffer = ByteBuffer.wrap(encrypted);
                Header header = of(buffer);
                if (buffer.remaining() < TAG_BITS / Byte.SIZE) {
                    throw new DecryptionException("the encrypted bytes are truncated");
                }
                return header;
            } catch (BufferUnderflowException e) {
                throw new DecryptionException("the encrypted bytes are truncated", e);
            }
        }

        private static Header of(ByteBuffer buffer) {
            byte version = buffer.get();
            if (version != ONE_KEY_FOR_ALL && version != KEY_PER_MESSAGE) {
                throw new DecryptionException("these bytes were not encrypted by this server");
            }
            byte[] id = new byte[buffer.get() & 0xff];
            byte @Nullable [] salt = version == ONE_KEY_FOR_ALL ? null : new byte[SALT_BYTES];
            byte[] nonce = new byte[NONCE_BYTES];
            buffer.get(id);
            if (salt != null) {
                buffer.get(salt);
            }
            buffer.get(nonce);
            byte[] all = new byte[buffer.position()];
            buffer.get(0, all);
            return new Header(new String(id, StandardCharsets.US_ASCII), salt, nonce, all);
        }
    }
}
