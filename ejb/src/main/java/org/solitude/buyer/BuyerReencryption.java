package org.solitude.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** Re-encrypts buyers' email addresses. A buyer's version counter does not change, because the buyer does not. */
@ApplicationScoped
public class BuyerReencryption implements ReencryptableTable {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RowReencryption rows;

    @Inject
    private BuyerEmails emails;

    @Inject
    private Encryptor encryptor;

    @Override
    public String name() {
        return "buyers";
    }

    @Override
    public Page reencryptAfter(long after, int limit) {
        return rows.reencrypt(Buyer.class, after, limit, this::reencrypt);
    }

    private boolean reencrypt(Buyer buyer) {
        byte[] encrypted = buyer.encryptedEmail();
        String email = emails.of(buyer);
        if (encrypted == null || email == null || !encryptor.isOutdated(encrypted)) {
            return false;
        }
        BuyerEmails.EncryptedEmail again = emails.encrypt(email, buyer.uuid());
        entities.createQuery("update Buyer b set b.encryptedEmail = :email, b.emailHash = :hash where b.id = :id")
                .setParameter("email", again.bytes())
                .setParameter("hash", again.hash())
                .setParameter("id", buyer.id())
                .executeUpdate();
        return true;
    }
}
