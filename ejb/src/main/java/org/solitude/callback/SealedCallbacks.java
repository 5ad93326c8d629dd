package org.solitude.callback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.solitude.crypto.KeyedHash;
import org.solitude.crypto.SealedTable;
import org.solitude.crypto.Sealer;

/** The URLs that are to be called, for re-encryption. */
@ApplicationScoped
public class SealedCallbacks implements SealedTable {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

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
        List<RequestedCallback> callbacks = entities.createQuery(
                        "select c from RequestedCallback c where c.taskId > :after order by c.taskId",
                        RequestedCallback.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        int resealed = 0;
        for (RequestedCallback callback : callbacks) {
            resealed += callback.reseal(sealer, hash) ? 1 : 0;
        }
        entities.flush();
        entities.clear();
        long last = callbacks.isEmpty()
                ? after
                : callbacks.get(callbacks.size() - 1).taskId();
        return new Page(last, callbacks.size(), resealed);
    }
}
