package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.solitude.crypto.SealedTable;

/** The responses of keys, for re-encryption. The hashes stay those of the older key, and are found by it. */
@ApplicationScoped
class SealedKeys implements SealedTable {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KeptResponses responses;

    @Override
    public String name() {
        return "responses of idempotency keys";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        List<KeyRow> rows = entities.createQuery(
                        "select k from KeyRow k where k.id > :after order by k.id", KeyRow.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        int resealed = 0;
        for (KeyRow row : rows) {
            resealed += reseal(row) ? 1 : 0;
        }
        entities.flush();
        entities.clear();
        return new Page(rows.isEmpty() ? after : rows.get(rows.size() - 1).id(), rows.size(), resealed);
    }

    private boolean reseal(KeyRow row) {
        if (!responses.isOutdated(row)) {
            return false;
        }
        responses.open(row).ifPresent(response -> row.answered(responses.seal(row.id(), response)));
        return true;
    }
}
