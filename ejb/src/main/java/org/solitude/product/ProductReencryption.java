package org.solitude.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.ReencryptableTable;
import org.solitude.crypto.RowReencryption;

/** Re-encrypts products' secrets. A product's version counter does not change, because the product does not. */
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
        byte[] encrypted = product.encryptedSecret();
        if (encrypted == null || !encryptor.isOutdated(encrypted)) {
            return false;
        }
        byte[] secret = encryptor.decrypt(encrypted, product.associatedData());
        entities.createQuery("update Product p set p.encryptedSecret = :secret where p.id = :id")
                .setParameter("secret", encryptor.encrypt(secret, product.associatedData()))
                .setParameter("id", product.id())
                .executeUpdate();
        return true;
    }
}
