package org.solitude.testkit.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks whether an {@code Authorization} header has the API key, in constant time. */
record ApiKeyCheck(String key) {
    static final String NAME = "reference";

    boolean accepts(@Nullable String authorization) {
        byte[] actual = bytes(authorization == null ? "" : authorization);
        String credentials = Base64.getEncoder().encodeToString(bytes(NAME + ':' + key));
        return Stream.of("Bearer " + key, "Basic " + credentials)
                .anyMatch(expected -> MessageDigest.isEqual(bytes(expected), actual));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ApiKeyCheck[]";
    }
}
