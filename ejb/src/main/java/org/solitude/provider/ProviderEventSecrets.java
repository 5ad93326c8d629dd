package org.solitude.provider;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The keys that a provider signs its notices with (Standard Webhooks): one, or two while it changes them. Without any it
 * can notify us of nothing.
 */
public final class ProviderEventSecrets {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<byte[]> keys;

    private ProviderEventSecrets(List<byte[]> keys) {
        this.keys = keys;
    }

    /**
     * Reads secrets like {@code whsec_BASE64}.
     *
     * @throws IllegalArgumentException with a sentence for the operator, in which no secret appears
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
        try {
            byte[] key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "");
            if (key.length >= SHORTEST && key.length <= LONGEST) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("a secret of notices is not base64 after " + PREFIX, notBase64);
        }
        throw new IllegalArgumentException("a secret of notices is written " + PREFIX + " and the base64 of " + SHORTEST
                + " to " + LONGEST + " random bytes");
    }
}
