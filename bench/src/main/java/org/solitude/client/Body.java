package org.solitude.client;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a request carries: bytes, and the media type that tells what they are. */
public record Body(byte[] bytes, Optional<String> type) {
    public static final Body NONE = new Body(new byte[0], Optional.empty());

    public static Body json(String json) {
        return of("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public static Body of(String type, byte[] bytes) {
        return new Body(bytes, Optional.of(type));
    }
}
