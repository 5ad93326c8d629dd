package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.SealedRows;
import org.solitude.crypto.SealedTable;

/** The responses of keys, for re-encryption. The hashes stay those of the older key, and are found by it. */
@ApplicationScoped
class SealedKeys implements SealedTable {

    @Inject
    private SealedRows rows;

    @Inject
    private KeptResponses responses;

    @Override
    public String name() {
        return "responses of idempotency keys";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        return rows.reseal(KeyRow.class, after, limit, this::reseal);
    }

    private boolean reseal(KeyRow row) {
        if (!responses.isOutdated(row)) {
            return false;
        }
        responses.open(row).ifPresent(response -> row.answered(responses.seal(row.id(), response)));
        return true;
    }
}
