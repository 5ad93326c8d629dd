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
    private Encryptor sealer;

    @Override
    public String name() {
        return "products";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        return rows.reseal(Product.class, after, limit, this::reseal);
    }

    private boolean reseal(Product product) {
        byte[] sealed = product.sealedSecret();
        if (sealed == null || !sealer.isOutdated(sealed)) {
            return false;
        }
        byte[] secret = sealer.open(sealed, product.secretPlace());
        entities.createQuery("update Product p set p.sealedSecret = :secret where p.id = :id")
                .setParameter("secret", sealer.seal(secret, product.secretPlace()))
                .setParameter("id", product.id())
                .executeUpdate();
        return true;
    }
}
