package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/**
 * Re-encrypts the responses of idempotency records.
 *
 * <p>The hashes are not changed: records are found by the hashes of older keys as well.
 */
@ApplicationScoped
class IdempotencyReencryption implements ReencryptableTable {

    @Inject
    private RowReencryption rows;

    @Inject
    private ResponseEncryption encryption;

    @Override
    public String name() {
        return "responses of idempotency keys";
    }

    @Override
    public Page reencryptAfter(long after, int limit) {
        return rows.reencrypt(IdempotencyRecord.class, after, limit, this::reencrypt);
    }

    private boolean reencrypt(IdempotencyRecord row) {
        if (!encryption.isOutdated(row)) {
            return false;
        }
        encryption.decrypt(row).ifPresent(response -> row.storeResponse(encryption.encrypt(row.id(), response)));
        return true;
    }
}
