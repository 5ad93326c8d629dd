package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;
import org.solitude.task.Header;
import org.solitude.task.StoredResponse;

/** The responses of keys as they stand in the database: sealed, each bound to its row. */
@ApplicationScoped
class ResponseEncryption {

    @Inject
    private Encryptor sealer;

    /** A response's parts, sealed. */
    record Parts(int status, byte[] headers, byte[] body) {}

    Parts seal(long row, StoredResponse response) {
        return new Parts(
                response.status(),
                sealer.seal(Header.toBytes(response.headers()), place("headers", row)),
                sealer.seal(response.body(), place("body", row)));
    }

    /** The response in a row, or empty where there is none. */
    Optional<StoredResponse> open(IdempotencyRecord row) {
        @Nullable Integer status = row.status();
        byte @Nullable [] headers = row.headers();
        byte @Nullable [] body = row.body();
        if (status == null || headers == null || body == null) {
            return Optional.empty();
        }
        return Optional.of(new StoredResponse(
                status,
                Header.fromBytes(sealer.open(headers, place("headers", row.id()))),
                sealer.open(body, place("body", row.id()))));
    }

    boolean isOutdated(IdempotencyRecord row) {
        byte @Nullable [] headers = row.headers();
        byte @Nullable [] body = row.body();
        return (headers != null && sealer.isOutdated(headers)) || (body != null && sealer.isOutdated(body));
    }

    private static byte[] place(String column, long row) {
        return ("idempotency_key." + column + "/" + row).getBytes(StandardCharsets.UTF_8);
    }
}
