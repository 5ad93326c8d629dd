package org.solitude.web.http;

import java.util.Optional;
import java.util.UUID;

/** UUIDs in paths and queries, in the one form we write them in. */
public final class UuidFormat {

    private UuidFormat() {}

    public static Optional<UUID> of(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As {@link #of}, for a query. */
    public static UUID require(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException("no UUID"));
    }
}
