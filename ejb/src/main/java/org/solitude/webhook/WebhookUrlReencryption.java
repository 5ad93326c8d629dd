package org.solitude.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.KeyedHash;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** Re-encrypts the URLs of requested webhooks. */
@ApplicationScoped
public class WebhookUrlReencryption implements ReencryptableTable {

    @Inject
    private RowReencryption rows;

    @Inject
    private Encryptor encryptor;

    @Inject
    private KeyedHash hash;

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public Page reencryptAfter(long after, int limit) {
        return rows.reencrypt(RequestedWebhook.class, after, limit, callback -> callback.reencrypt(encryptor, hash));
    }
}
