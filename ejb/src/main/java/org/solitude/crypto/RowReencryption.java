package org.solitude.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Predicate;

/** Re-encrypts tables whose rows can be re-encrypted one by one, in the order of their ids. */
@ApplicationScoped
public class RowReencryption {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    /**
     * Locks the rows after {@code after} and re-encrypts each, in the transaction of the caller.
     *
     * @param type an entity with a numeric id
     * @param limit the number of rows to check
     * @param reencryption re-encrypts a row that has an older key, and returns whether it did
     */
    public <T> ReencryptableTable.Page reencrypt(Class<T> type, long after, int limit, Predicate<T> reencryption) {
        List<T> rows = entities.createQuery(
                        "select r from %s r where id(r) > :after order by id(r)".formatted(type.getSimpleName()), type)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        long last = after;
        int reencrypted = 0;
        for (T row : rows) {
            last = (Long)
                    entities.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(row);
            reencrypted += reencryption.test(row) ? 1 : 0;
        }
        entities.flush();
        entities.clear();
        return new ReencryptableTable.Page(last, rows.size(), reencrypted);
    }
}
