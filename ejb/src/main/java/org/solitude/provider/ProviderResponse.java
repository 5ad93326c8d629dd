package org.solitude.provider;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider's response.
 *
 * @param headers those that are forwarded to the client, by name in lower case
 * @param body a JSON text, empty if there is none
 */
public record ProviderResponse(int status, Map<String, String> headers, String body) {

    /** The provider is unavailable or asks to wait; the outcome of the call is open. */
    private static final Set<Integer> RETRYABLE = Set.of(408, 425, 429, 502, 503, 504);

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Returns the body as an object, empty if it is not one. */
    public Optional<JsonObject> jsonObject() {
        return ProviderErrorMessage.parseObject(body);
    }

    /** Returns whether the body is what the answer to a write should be: an object, or nothing. */
    public boolean isObjectOrEmpty() {
        return body.isBlank() || jsonObject().isPresent();
    }

    /** Returns the message for people in an error, empty if there is none. */
    public Optional<String> errorMessage() {
        return ProviderErrorMessage.findIn(body);
    }

    /** Returns whether the provider did what it was asked; 304 is the answer to a conditional read. */
    public boolean isSuccess() {
        return status < 400;
    }

    /** Returns whether the call conflicts with another, possibly an earlier one with the same key. */
    boolean isConflict() {
        return status == 409;
    }

    /**
     * Returns whether this response is final, so that the call need not and must not be repeated. A 500 is not: it does
     * not tell at which point the provider failed.
     */
    public boolean isDefinite() {
        return status < 500 && !RETRYABLE.contains(status);
    }

    /** Returns whether the circuit breaker counts this response as a failure. */
    boolean isServerError() {
        return status >= 500;
    }
}
