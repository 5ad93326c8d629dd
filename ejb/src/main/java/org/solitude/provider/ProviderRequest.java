package org.solitude.provider;

import org.jspecify.annotations.Nullable;

/**
 * A request to a provider.
 *
 * @param path below the provider's base, percent-encoded as received
 * @param query percent-encoded, without the question mark
 * @param body a JSON text
 */
public record ProviderRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String body) {

    /**
     * Returns whether the method is safe (RFC 9110 9.2.1): the call has no effects, and needs no key and no journal.
     */
    boolean isSafe() {
        return method.equals("GET");
    }

    /**
     * Returns the request as one text: equal texts are equal requests. A hash of it is stored, so its form must not
     * change.
     */
    String canonicalText() {
        return String.join("\n", method, path, canonicalText(query), canonicalText(body));
    }

    private static String canonicalText(@Nullable String text) {
        return text == null ? "-" : "+" + text;
    }
}
