package org.solitude.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.solitude.caller.Caller;
import org.solitude.task.Header;
import org.solitude.task.StoredRequest;

/**
 * A write that its client may repeat.
 *
 * @param owner whose key it is: two clients may use the same one
 * @param key as the client gave it
 * @param payload what must be the same for this to be a repeat: method, path, query, media type and body
 */
public record IdempotentWrite(String owner, String key, String fingerprint) {

    public static IdempotentWrite of(Caller caller, String key, StoredRequest request) {
        return new IdempotentWrite(
                caller.id(),
                key,
                String.join(
                        "\n",
                        request.method(),
                        request.path(),
                        Objects.requireNonNullElse(request.query(), ""),
                        Objects.requireNonNullElse(Header.first(request.headers(), "Content-Type"), ""),
                        digest(request.body())));
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
