package org.solitude.generic.buyer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.solitude.crypto.SealedTable;
import org.solitude.crypto.Sealer;

/** Buyers' addresses, for re-encryption. The buyer itself does not change by it, so neither does its counter. */
@ApplicationScoped
public class SealedBuyers implements SealedTable {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Emails emails;

    @Inject
    private Sealer sealer;

    @Override
    public String name() {
        return "buyers";
    }

    @Override
    public Page resealAfter(long after, int limit) {
        List<Buyer> buyers = entities.createQuery(
                        "select b from Buyer b where b.id > :after order by b.id", Buyer.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        int resealed = 0;
        for (Buyer buyer : buyers) {
            resealed += reseal(buyer) ? 1 : 0;
        }
        entities.clear();
        return new Page(buyers.isEmpty() ? after : buyers.get(buyers.size() - 1).id(), buyers.size(), resealed);
    }

    private boolean reseal(Buyer buyer) {
        byte[] sealed = buyer.sealedEmail();
        String email = emails.of(buyer);
        if (sealed == null || email == null || !sealer.isOutdated(sealed)) {
            return false;
        }
        Emails.Sealed again = emails.seal(email, buyer.uuid());
        entities.createQuery("update Buyer b set b.sealedEmail = :email, b.emailHash = :hash where b.id = :id")
                .setParameter("email", again.bytes())
                .setParameter("hash", again.hash())
                .setParameter("id", buyer.id())
                .executeUpdate();
        return true;
    }
}
