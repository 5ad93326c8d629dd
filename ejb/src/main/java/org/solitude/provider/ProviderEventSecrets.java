package org.solitude.provider;

import java.util.ArrayList;
import java.util.List;
import org.solitude.crypto.StandardWebhookSignature;

/**
 * The secrets that verify a provider's events (Standard Webhooks): one, or two while the provider changes it. Without
 * secrets the provider cannot send events.
 */
public final class ProviderEventSecrets {

    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final List<byte[]> keys;

    private ProviderEventSecrets(List<byte[]> keys) {
        this.keys = keys;
    }

    /**
     * Parses secrets like {@code whsec_BASE64}.
     *
     * @throws IllegalArgumentException with a sentence for the operator that contains no secret
     */
    static ProviderEventSecrets of(List<String> texts) {
        List<byte[]> keys = new ArrayList<>();
        for (String text : texts) {
            keys.add(key(text.strip()));
        }
        return new ProviderEventSecrets(keys);
    }

    List<byte[]> keys() {
        return keys;
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    private static byte[] key(String text) {
        byte[] key = StandardWebhookSignature.keyOf(text);
        if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
            throw new IllegalArgumentException("a secret is " + StandardWebhookSignature.SECRET_PREFIX
                    + " and the base64 of " + MIN_BYTES + " to " + MAX_BYTES + " random bytes");
        }
        return key;
    }
}
