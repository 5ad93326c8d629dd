package org.solitude.provider;

import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to a provider.
 *
 * @param path below the provider's base, percent-encoded as received
 * @param query percent-encoded, without the question mark
 * @param body a JSON text
 * @param preconditions {@code If-Match} and {@code If-None-Match} as received, which name versions of the provider's
 */
public record ProviderRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String body,
        SortedMap<String, String> preconditions) {

    /** Makes a request without preconditions. */
    public ProviderRequest(String method, String path, @Nullable String query, @Nullable String body) {
        this(method, path, query, body, Collections.emptySortedMap());
    }

    /** Returns this request with another body. */
    ProviderRequest withBody(String newBody) {
        return new ProviderRequest(method, path, query, newBody, preconditions);
    }

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
        String text = String.join("\n", method, path, canonicalText(query), canonicalText(body));
        return preconditions.isEmpty() ? text : text + "\n" + preconditions;
    }

    private static String canonicalText(@Nullable String text) {
        return text == null ? "-" : "+" + text;
    }
}
