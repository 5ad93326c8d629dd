package org.solitude.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as Standard Webhooks 1.0 defines: {@code v1,} and the base64 of the HMAC-SHA-256 over {@code
 * id.timestamp.body}.
 *
 * <p>By hand, because the standard's library signs text and verifies against the system clock only. The tests use that
 * library to check ours.
 */
public final class StandardWebhookSignature {

    /** The prefix of a secret in text; the base64 of the key follows it. */
    public static final String SECRET_PREFIX = "whsec_";

    private StandardWebhookSignature() {}

    /**
     * Decodes the key of a secret.
     *
     * @throws IllegalArgumentException if the secret is not {@code whsec_} followed by base64; no part of it is in the
     *     message
     */
    public static byte[] keyOf(String secret) {
        if (!secret.startsWith(SECRET_PREFIX)) {
            throw new IllegalArgumentException("the secret does not begin with " + SECRET_PREFIX);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("the secret is not base64 after " + SECRET_PREFIX);
        }
    }

    /**
     * Signs one attempt to deliver a message.
     *
     * @param id the id of the message; it must not contain a dot
     * @param timestamp of this attempt, in seconds since 1970
     */
    public static String of(byte[] key, String id, String timestamp, byte[] body) {
        byte[] prefix = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] mac = MasterKey.hmac(new SecretKeySpec(key, MasterKey.MAC), prefix, body);
        return "v1," + Base64.getEncoder().encodeToString(mac);
    }
}
