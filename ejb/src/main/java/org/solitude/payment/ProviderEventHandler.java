package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.provider.Provider;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.RecordNotFoundException;

/** Hears what providers tell of payments, in the transaction of the caller. A notice counts once, however often it comes. */
@ApplicationScoped
public class ProviderEventHandler {

    private static final String PAYMENT_EVENT_PREFIX = "transaction.";

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private PaymentUpdater updater;

    @Inject
    private Clock clock;

    /**
     * Takes a notice whose signature was checked. One about anything else than a payment is none of ours.
     *
     * @throws RecordNotFoundException where the payment is not this provider's
     * @throws InvalidFieldsException where it does not say which payment it is about
     */
    public void handle(Provider provider, String id, JsonObject notice) {
        if (!notice.getString("type", "").startsWith(PAYMENT_EVENT_PREFIX)) {
            return;
        }
        JsonObject data = notice.get("data") instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        PaymentUpdate news = PaymentUpdate.of(data);
        if (news.uuid() == null) {
            throw new InvalidFieldsException(
                    "data", "FIELD_REQUIRED", "Send the transaction, with the uuid that we gave it.");
        }
        PaymentTransaction transaction = paymentTransactions
                .lock(provider.name(), news.uuid())
                .orElseThrow(() -> new RecordNotFoundException("There is no such transaction of this provider."));
        if (!isKnown(provider, id)) {
            boolean fits = PaymentUpdater.fits(transaction, news);
            entities.persist(new ProviderEvent(provider.name(), id, transaction.id(), news, fits, clock.instant()));
            updater.apply(transaction.id(), news);
        }
    }

    /** The transaction is locked, so that two of the same notice do not pass each other here. */
    private boolean isKnown(Provider provider, String id) {
        return !entities.createQuery(
                        "select n.id from ProviderEvent n where n.provider = :provider and n.eventId = :event",
                        Long.class)
                .setParameter("provider", provider.name())
                .setParameter("event", id)
                .getResultList()
                .isEmpty();
    }
}
