package org.solitude.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** Re-encrypts the secrets that sign webhooks. */
@ApplicationScoped
public class WebhookSecretReencryption implements ReencryptableTable {

    @Inject
    private RowReencryption rows;

    @Inject
    private Encryptor encryptor;

    @Override
    public String name() {
        return "callback secrets";
    }

    @Override
    public Page reencryptAfter(long after, int limit) {
        return rows.reencrypt(WebhookSecret.class, after, limit, secret -> secret.reencrypt(encryptor));
    }
}
