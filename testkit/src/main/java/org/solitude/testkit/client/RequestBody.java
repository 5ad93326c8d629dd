package org.solitude.testkit.client;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body of a request and its media type. */
public record RequestBody(byte[] bytes, Optional<String> type) {
    public static final RequestBody NONE = new RequestBody(new byte[0], Optional.empty());

    public static RequestBody json(String json) {
        return of("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public static RequestBody of(String type, byte[] bytes) {
        return new RequestBody(bytes, Optional.of(type));
    }
}
