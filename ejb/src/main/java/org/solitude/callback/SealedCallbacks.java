package org.solitude.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.KeyedHash;
import org.solitude.crypto.SealedRows;
import org.solitude.crypto.SealedTable;
import org.solitude.crypto.Sealer;

/** The URLs that are to be called, for re-encryption. */
@ApplicationScoped
public class SealedCallbacks implements SealedTable {

    @Inject
    private SealedRows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private KeyedHash hash;

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        return rows.reseal(RequestedCallback.class, after, limit, callback -> callback.reseal(sealer, hash));
    }
}
