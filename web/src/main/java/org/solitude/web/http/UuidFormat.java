package org.solitude.web.http;

import java.util.Optional;
import java.util.UUID;

/** Parses UUIDs in paths and queries: the text form of RFC 9562, in upper or lower case, and no shorter form. */
public final class UuidFormat {

    private UuidFormat() {}

    /** Parses a UUID; empty where the text is none. */
    public static Optional<UUID> of(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Parses a UUID.
     *
     * @throws IllegalArgumentException where the text is none
     */
    public static UUID require(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException("no UUID"));
    }
}
