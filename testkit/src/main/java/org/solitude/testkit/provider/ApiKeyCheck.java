package org.solitude.testkit.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a value of {@code Authorization} holds the key. */
record ApiKeyCheck(String key) {
    static final String NAME = "reference";

    boolean accepts(@Nullable String authorization) {
        byte[] given = bytes(authorization == null ? "" : authorization);
        String pair = Base64.getEncoder().encodeToString(bytes(NAME + ':' + key));
        return Stream.of("Bearer " + key, "Basic " + pair).anyMatch(good -> MessageDigest.isEqual(bytes(good), given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Keyholder[]";
    }
}
