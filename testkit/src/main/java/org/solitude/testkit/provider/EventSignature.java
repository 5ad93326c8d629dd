package org.solitude.testkit.provider;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.SecureRandom;
import java.util.Base64;

/** Signs events as Standard Webhooks 1.0 defines, with the standard's own library and a secret {@code whsec_BASE64}. */
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

    /** Returns the value of {@code webhook-signature}. */
    public String of(String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("this JDK cannot sign", e);
        }
    }

    @Override
    public String toString() {
        return "EventSignature[]";
    }
}
