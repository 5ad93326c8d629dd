package org.solitude.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** Products' secrets, for re-encryption. The product itself does not change by it, so neither does its counter. */
@ApplicationScoped
public class ProductReencryption implements ReencryptableTable {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private RowReencryption rows;

    @Inject
    private Encryptor encryptor;

    @Override
    public String name() {
        return "products";
    }

    @Override
    public Page reencryptAfter(long after, int limit) {
        return rows.reencrypt(Product.class, after, limit, this::reencrypt);
    }

    private boolean reencrypt(Product product) {
        byte[] sealed = product.encryptedSecret();
        if (sealed == null || !encryptor.isOutdated(sealed)) {
            return false;
        }
        byte[] secret = encryptor.decrypt(sealed, product.secretId());
        entities.createQuery("update Product p set p.encryptedSecret = :secret where p.id = :id")
                .setParameter("secret", encryptor.encrypt(secret, product.secretId()))
                .setParameter("id", product.id())
                .executeUpdate();
        return true;
    }
}
