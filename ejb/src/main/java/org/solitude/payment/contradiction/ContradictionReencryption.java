package org.solitude.payment.contradiction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** Re-encrypts what providers said. */
@ApplicationScoped
public class ContradictionReencryption implements ReencryptableTable {

    @Inject
    private RowReencryption rows;

    @Inject
    private Encryptor encryptor;

    @Override
    public String name() {
        return "contradictions";
    }

    @Override
    public Page reencryptAfter(long after, int limit) {
        return rows.reencrypt(Contradiction.class, after, limit, row -> row.reencrypt(encryptor));
    }
}
