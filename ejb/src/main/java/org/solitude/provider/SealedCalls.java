package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.SealedRows;
import org.solitude.crypto.SealedTable;

/** Providers' answers in the journal, for re-encryption. */
@ApplicationScoped
public class SealedCalls implements SealedTable {

    @Inject
    private SealedRows rows;

    @Inject
    private SealedAnswer sealed;

    @Override
    public String name() {
        return "answers of providers";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        return rows.reseal(JournalEntry.class, after, limit, this::reseal);
    }

    private boolean reseal(JournalEntry entry) {
        byte[] answer = entry.sealedAnswer();
        byte[] renewed = answer == null ? null : sealed.renewed(entry, answer);
        if (renewed == null || renewed == answer) {
            return false;
        }
        entry.reseal(renewed);
        return true;
    }
}
