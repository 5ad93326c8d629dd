package org.solitude.testkit.provider;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Signs events with the library of Standard Webhooks, so that the server is tested against another implementation.
 *
 * @param secret {@code whsec_} and the key in base64
 */
public record EventSignature(String secret) {

    private static final int KEY_BYTES = 32;

    public EventSignature {
        if (!secret.startsWith(Webhook.SECRET_PREFIX)) {
            throw new IllegalArgumentException("the secret of events must begin with " + Webhook.SECRET_PREFIX);
        }
    }

    static EventSignature random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new EventSignature(Webhook.SECRET_PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** Returns the value of the {@code webhook-signature} header. */
    public String of(String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("this JDK does not support HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "EventSignature[]";
    }
}
