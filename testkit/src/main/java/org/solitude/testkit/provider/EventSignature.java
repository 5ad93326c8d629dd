package org.solitude.testkit.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs events as Standard Webhooks 1.0 defines.
 *
 * @param secret {@code whsec_} and the key in base64
 */
public record EventSignature(String secret) {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    public EventSignature {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("the secret of events must begin with " + PREFIX);
        }
    }

    static EventSignature random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new EventSignature(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** Returns the value of the {@code webhook-signature} header. */
    public String of(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
            byte[] signed = mac.doFinal((id + '.' + timestamp + '.' + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK does not support " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "EventSignature[]";
    }
}
