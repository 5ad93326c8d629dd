package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** Re-encrypts providers' responses in the journal. */
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
        byte[] response = entry.encryptedResponse();
        byte[] renewed = response == null ? null : encryption.reencrypted(entry, response);
        if (renewed == null || renewed == response) {
            return false;
        }
        entry.reencrypt(renewed);
        return true;
    }
}
