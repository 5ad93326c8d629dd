package org.solitude.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that is never used directly: another key is derived for each purpose, so that one use reveals nothing about
 * another.
 */
class MasterKey {

    static final String MAC = "HmacSHA256";

    private final String id;
    private final SecretKeySpec key;
    private final ConcurrentMap<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

    MasterKey(String id, byte[] bytes) {
        this.id = id;
        this.key = new SecretKeySpec(bytes, MAC);
    }

    String id() {
        return id;
    }

    /** Derives the 256-bit key for a purpose: HKDF-Expand (RFC 5869) of one block; the master key is random already. */
    SecretKeySpec forPurpose(String purpose, String algorithm) {
        return derived.computeIfAbsent(
                purpose, p -> new SecretKeySpec(hmac(key, (p + "\u0001").getBytes(UTF_8)), algorithm));
    }

    /** Derives the 256-bit AES key of one message from the random salt that is stored with it, as above. */
    SecretKeySpec forMessage(byte[] salt) {
        return new SecretKeySpec(hmac(forPurpose("seal:message", MAC), salt, new byte[] {1}), "AES");
    }

    static byte[] hmac(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    @Override
    public String toString() {
        return "master key " + id;
    }
}
