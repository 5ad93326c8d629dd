package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** The responses of keys, for re-encryption. The hashes stay those of the older key, and are found by it. */
@ApplicationScoped
class IdempotencyReencryption implements ReencryptableTable {

    @Inject
    private RowReencryption rows;

    @Inject
    private ResponseEncryption responses;

    @Override
    public String name() {
        return "responses of idempotency keys";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        return rows.reseal(IdempotencyRecord.class, after, limit, this::reseal);
    }

    private boolean reseal(IdempotencyRecord row) {
        if (!responses.isOutdated(row)) {
            return false;
        }
        responses.open(row).ifPresent(response -> row.answered(responses.seal(row.id(), response)));
        return true;
    }
}
