package org.solitude.provider;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said.
 *
 * @param headers those that mean something to our client, by their names in lower case
 * @param body a JSON text, empty where there was none
 */
public record ProviderResponse(int status, Map<String, String> headers, String body) {

    /** The provider is away, or asks for patience; nothing is decided yet. */
    private static final Set<Integer> RETRYABLE = Set.of(408, 425, 429, 502, 503, 504);

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body as an object, empty where it is none. */
    public Optional<JsonObject> jsonObject() {
        return ProviderErrorMessage.parseObject(body);
    }

    /** What it says to people where it is an error, empty where it says nothing. */
    public Optional<String> errorMessage() {
        return ProviderErrorMessage.findIn(body);
    }

    public boolean isSuccess() {
        return status < 300;
    }

    /** Whether it conflicts with something, be it an earlier call with the same key. */
    boolean isConflict() {
        return status == 409;
    }

    /**
     * Whether this answer decides what became of the call, so that it need not and must not be made again. A 500 says
     * that the provider broke, not where.
     */
    public boolean isDefinite() {
        return status < 500 && !RETRYABLE.contains(status);
    }

    /** Whether the provider is not well: this is what its circuit breaker counts. */
    boolean isServerError() {
        return status >= 500;
    }
}
