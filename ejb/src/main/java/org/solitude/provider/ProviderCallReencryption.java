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
    private ProviderResponseEncryption encryption;

    @Override
    public String name() {
        return "answers of providers";
    }

    @Override
    public Page reencryptAfter(long after, int limit) {
        return rows.reencrypt(JournalEntry.class, after, limit, this::reencrypt);
    }

    private boolean reencrypt(JournalEntry entry) {
        byte[] answer = entry.encryptedResponse();
        byte[] renewed = answer == null ? null : encryption.reencrypted(entry, answer);
        if (renewed == null || renewed == answer) {
            return false;
        }
        entry.reencrypt(renewed);
        return true;
    }
}
