package org.solitude.generic.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.solitude.crypto.SealedTable;
import org.solitude.crypto.Sealer;

/** Products' secrets, for re-encryption. The product itself does not change by it, so neither does its counter. */
@ApplicationScoped
public class SealedProducts implements SealedTable {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private Sealer sealer;

    @Override
    public String name() {
        return "products";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        List<Product> products = entities.createQuery(
                        "select p from Product p where p.id > :after order by p.id", Product.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        int resealed = 0;
        for (Product product : products) {
            resealed += reseal(product) ? 1 : 0;
        }
        entities.clear();
        return new Page(
                products.isEmpty() ? after : products.get(products.size() - 1).id(), products.size(), resealed);
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
