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

/**
 * Handles providers' events about payments in the transaction of the caller. An event that is sent again has no further
 * effect.
 */
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
     * Handles an event whose signature is valid. Events of other types are ignored.
     *
     * @throws RecordNotFoundException if this provider has no such payment
     * @throws InvalidFieldsException if the event does not name its payment
     */
    public void handle(Provider provider, String id, JsonObject event) {
        if (!event.getString("type", "").startsWith(PAYMENT_EVENT_PREFIX)) {
            return;
        }
        JsonObject data = event.get("data") instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        PaymentUpdate update = PaymentUpdate.of(data);
        if (update.uuid() == null) {
            throw new InvalidFieldsException(
                    "data", "FIELD_REQUIRED", "Send the transaction, with the uuid that we gave it.");
        }
        PaymentTransaction transaction = paymentTransactions
                .lock(provider.name(), update.uuid())
                .orElseThrow(() -> new RecordNotFoundException("There is no such transaction of this provider."));
        if (!isKnown(provider, id)) {
            boolean fits = PaymentUpdater.fits(transaction, update);
            entities.persist(new ProviderEvent(provider.name(), id, transaction.id(), update, fits, clock.instant()));
            updater.apply(transaction.id(), update);
        }
    }

    /** The transaction is locked, so that the same event cannot be handled twice concurrently. */
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
