package org.solitude.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks 1.0: {@code v1,} and the HMAC-SHA-256 of {@code id.timestamp.body} in base64. */
public final class WebhookSignature {

    /** How a secret begins when it is shown; what follows is the key in base64. */
    public static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * The signature of one attempt.
     *
     * @param secret as it was shown, {@code whsec_…}
     * @param message the id of the message; it holds no dot
     * @param timestamp of this attempt, in seconds since 1970
     */
    public static String of(String secret, String message, long timestamp, byte[] body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((message + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
