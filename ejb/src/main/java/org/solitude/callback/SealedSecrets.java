package org.solitude.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.SealedRows;
import org.solitude.crypto.SealedTable;
import org.solitude.crypto.Sealer;

/** The secrets that sign callbacks, for re-encryption. */
@ApplicationScoped
public class SealedSecrets implements SealedTable {

    @Inject
    private SealedRows rows;

    @Inject
    private Sealer sealer;

    @Override
    public String name() {
        return "callback secrets";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        return rows.reseal(CallbackSecret.class, after, limit, secret -> secret.reseal(sealer));
    }
}
