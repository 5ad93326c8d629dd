package org.solitude.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.solitude.crypto.StandardWebhookSignature;

/**
 * The signature of a notice (Standard Webhooks 1.0): HMAC-SHA256 over id, timestamp and body, which only the provider and
 * we can make.
 *
 * @param id the notice's, the same each time it is sent
 * @param timestamp seconds since 1970, of this time
 * @param signatures one or more of the form {@code v1,BASE64}, separated by spaces
 */
public record ProviderEventSignature(String id, String timestamp, String signatures) {

    /** Whether the id can be one; it is part of what is signed, and ends at the first dot. */
    public boolean isWellFormed() {
        return id.matches("[A-Za-z0-9_-]{1,255}") && timestamp.matches("[0-9]{1,12}");
    }

    /** Whether one of the provider's secrets made it, over this very body and not long ago. */
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
