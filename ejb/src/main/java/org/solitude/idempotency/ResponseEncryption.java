package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;
import org.solitude.task.Header;
import org.solitude.task.StoredResponse;

/** Encrypts the responses of idempotency records. The associated data is the record and the column. */
@ApplicationScoped
class ResponseEncryption {

    @Inject
    private Encryptor encryptor;

    /** A response with encrypted headers and body. */
    record Parts(int status, byte[] headers, byte[] body) {}

    Parts encrypt(long row, StoredResponse response) {
        return new Parts(
                response.status(),
                encryptor.encrypt(Header.toBytes(response.headers()), associatedData("headers", row)),
                encryptor.encrypt(response.body(), associatedData("body", row)));
    }

    /** Returns the response of a record; empty if it has none. */
    Optional<StoredResponse> decrypt(IdempotencyRecord row) {
        @Nullable Integer status = row.status();
        byte @Nullable [] headers = row.headers();
        byte @Nullable [] body = row.body();
        if (status == null || headers == null || body == null) {
            return Optional.empty();
        }
        return Optional.of(new StoredResponse(
                status,
                Header.fromBytes(encryptor.decrypt(headers, associatedData("headers", row.id()))),
                encryptor.decrypt(body, associatedData("body", row.id()))));
    }

    boolean isOutdated(IdempotencyRecord row) {
        byte @Nullable [] headers = row.headers();
        byte @Nullable [] body = row.body();
        return (headers != null && encryptor.isOutdated(headers)) || (body != null && encryptor.isOutdated(body));
    }

    private static byte[] associatedData(String column, long row) {
        return ("idempotency_key." + column + "/" + row).getBytes(StandardCharsets.UTF_8);
    }
}
