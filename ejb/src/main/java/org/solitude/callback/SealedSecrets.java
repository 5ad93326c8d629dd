package org.solitude.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.solitude.crypto.SealedTable;
import org.solitude.crypto.Sealer;

/** The secrets that sign callbacks, for re-encryption. */
@ApplicationScoped
public class SealedSecrets implements SealedTable {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private Sealer sealer;

    @Override
    public String name() {
        return "callback secrets";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        List<CallbackSecret> secrets = entities.createQuery(
                        "select s from CallbackSecret s where s.id > :after order by s.id", CallbackSecret.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        int resealed = 0;
        for (CallbackSecret secret : secrets) {
            resealed += secret.reseal(sealer) ? 1 : 0;
        }
        entities.flush();
        entities.clear();
        long last = secrets.isEmpty() ? after : secrets.get(secrets.size() - 1).id();
        return new Page(last, secrets.size(), resealed);
    }
}
