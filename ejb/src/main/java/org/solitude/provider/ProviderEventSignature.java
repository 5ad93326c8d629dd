package org.solitude.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.solitude.crypto.StandardWebhookSignature;

/**
 * The signature headers of a provider's event (Standard Webhooks 1.0).
 *
 * @param id of the event, the same each time it is sent
 * @param timestamp of this attempt, in seconds since 1970
 * @param signatures one or more of the form {@code v1,BASE64}, separated by spaces
 */
public record ProviderEventSignature(String id, String timestamp, String signatures) {

    /**
     * Returns whether id and timestamp have a valid form. The id is signed up to the first dot, so it must not contain
     * one.
     */
    public boolean isWellFormed() {
        return id.matches("[A-Za-z0-9_-]{1,255}") && timestamp.matches("[0-9]{1,12}");
    }

    /** Returns whether one of the provider's secrets signed this body, within the tolerance of the timestamp. */
    public boolean isValid(Provider provider, String body, Instant now, Duration tolerance) {
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        boolean genuine = false;
        for (byte[] key : provider.eventSecrets().keys()) {
            byte[] expected = StandardWebhookSignature.of(key, id, timestamp, body.getBytes(StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.US_ASCII);
            for (String given : List.of(signatures.split(" "))) {
                genuine |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        return genuine && age.abs().compareTo(tolerance) <= 0;
    }
}
