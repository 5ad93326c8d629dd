package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.solitude.crypto.SealedTable;

/** Providers' answers in the journal, for re-encryption. */
@ApplicationScoped
public class SealedCalls implements SealedTable {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private SealedAnswer sealed;

    @Override
    public String name() {
        return "answers of providers";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        List<JournalEntry> entries = entities.createQuery(
                        "select e from JournalEntry e where e.id > :after order by e.id", JournalEntry.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        int resealed = 0;
        for (JournalEntry entry : entries) {
            byte[] answer = entry.sealedAnswer();
            byte[] renewed = answer == null ? null : sealed.renewed(entry, answer);
            if (renewed != null && renewed != answer) {
                entry.reseal(renewed);
                resealed++;
            }
        }
        entities.flush();
        entities.clear();
        return new Page(
                entries.isEmpty() ? after : entries.get(entries.size() - 1).id(), entries.size(), resealed);
    }
}
