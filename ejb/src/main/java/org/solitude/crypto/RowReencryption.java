package org.solitude.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Predicate;

/** What most {@linkplain ReencryptableTable sealed tables} are: rows that are sealed one by one, in the order of their keys. */
@ApplicationScoped
public class RowReencryption {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    /**
     * Locks the rows after {@code after} and has each sealed again, in the transaction of the caller.
     *
     * @param type an entity whose key is a number
     * @param limit how many rows to look at
     * @param reseal seals a row again where an older key sealed it, and tells whether one did
     */
    public <T> ReencryptableTable.Page reencrypt(Class<T> type, long after, int limit, Predicate<T> reseal) {
        List<T> rows = entities.createQuery(
                        "select r from %s r where id(r) > :after order by id(r)".formatted(type.getSimpleName()), type)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        long last = after;
        int resealed = 0;
        for (T row : rows) {
            last = (Long)
                    entities.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(row);
            resealed += reseal.test(row) ? 1 : 0;
        }
        entities.flush();
        entities.clear();
        return new ReencryptableTable.Page(last, rows.size(), resealed);
    }
}
