package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.solitude.generic.InvalidFields;
import org.solitude.generic.NotFound;
import org.solitude.generic.transaction.PaymentTransactionService;
import org.solitude.generic.transaction.Transaction;
import org.solitude.provider.Provider;

/** Hears what providers tell of payments, in the transaction of the caller. A notice counts once, however often it comes. */
@ApplicationScoped
public class PaymentNotices {

    private static final String ABOUT_PAYMENTS = "transaction.";

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private PaymentTransactionService ledger;

    @Inject
    private PaymentBooks books;

    @Inject
    private Clock clock;

    /**
     * Takes a notice whose signature was checked. One about anything else than a payment is none of ours.
     *
     * @throws NotFound where the payment is not this provider's
     * @throws InvalidFields where it does not say which payment it is about
     */
    public void hear(Provider provider, String id, JsonObject notice) {
        if (!notice.getString("type", "").startsWith(ABOUT_PAYMENTS)) {
            return;
        }
        JsonObject data = notice.get("data") instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        PaymentNews news = PaymentNews.of(data);
        if (news.uuid() == null) {
            throw new InvalidFields("data", "FIELD_REQUIRED", "Send the transaction, with the uuid that we gave it.");
        }
        Transaction transaction = ledger.lock(provider.name(), news.uuid())
                .orElseThrow(() -> new NotFound("There is no such transaction of this provider."));
        if (!isKnown(provider, id)) {
            boolean fits = PaymentBooks.fit(transaction, news);
            entities.persist(new Notice(provider.name(), id, transaction.id(), news, fits, clock.instant()));
            books.note(transaction.id(), news);
        }
    }

    /** The transaction is locked, so that two of the same notice do not pass each other here. */
    private boolean isKnown(Provider provider, String id) {
        return !entities.createQuery(
                        "select n.id from Notice n where n.provider = :provider and n.notice = :notice", Long.class)
                .setParameter("provider", provider.name())
                .setParameter("notice", id)
                .getResultList()
                .isEmpty();
    }
}
