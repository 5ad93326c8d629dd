package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** Providers' answers in the journal, for re-encryption. */
@ApplicationScoped
public class ProviderCallReencryption implements ReencryptableTable {

    @Inject
    private RowReencryption rows;

    @Inject
    private ProviderResponseEncryption sealed;

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
