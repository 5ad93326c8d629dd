package org.solitude.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;
import org.solitude.task.Header;
import org.solitude.task.StoredRequest;

/**
 * A write that its client may repeat.
 *
 * @param owner the client that owns the key: two clients may use the same one
 * @param key the value of {@code Idempotency-Key}
 * @param fingerprint what must be the same in a repeat: method, path, query, media type, a digest of the body and
 *     preconditions; the trailing slash and the parameters of the media type do not count
 * @param earlierFingerprint the form in which earlier versions stored it: path and media type as they were sent
 */
public record IdempotentWrite(String owner, String key, String fingerprint, String earlierFingerprint) {

    /** Takes from a request what identifies the write. */
    public static IdempotentWrite of(Caller caller, String key, StoredRequest request) {
        String contentType = Header.first(request.headers(), "Content-Type");
        return new IdempotentWrite(
                caller.id(),
                key,
                fingerprint(request, withoutTrailingSlash(request.path()), mediaType(contentType)),
                fingerprint(request, request.path(), Objects.requireNonNullElse(contentType, "")));
    }

    private static String fingerprint(StoredRequest request, String path, String mediaType) {
        String query = Objects.requireNonNullElse(request.query(), "");
        return String.join("\n", request.method(), path, query, mediaType, digest(request.body()))
                + preconditions(request);
    }

    /** Returns what the write depends on; empty for most, whose stored fingerprints have nothing of it. */
    private static String preconditions(StoredRequest request) {
        return Stream.of("If-Match", "If-None-Match")
                .filter(name -> Header.first(request.headers(), name) != null)
                .map(name -> "\n" + name + ": " + Header.first(request.headers(), name))
                .collect(Collectors.joining());
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns type and subtype, which are case-insensitive (RFC 9110, 8.3.1). The bytes of the body tell the rest. */
    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
