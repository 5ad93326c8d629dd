package org.solitude.provider;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a provider.
 *
 * @param path below the provider's base, percent-encoded as it came
 * @param query percent-encoded, without its question mark
 * @param body a JSON text
 */
public record ProviderRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String body) {

    /** Whether asking twice is asking once (RFC 9110 9.2.1): it leaves no trace and needs no key. */
    boolean isSafe() {
        return method.equals("GET");
    }

    /** The request in one text: the same text is the same request. */
    String canonicalText() {
        return String.join("\n", method, path, canonicalText(query), canonicalText(body));
    }

    private static String canonicalText(@Nullable String text) {
        return text == null ? "-" : "+" + text;
    }
}
