package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.payment.contradiction.ContradictionKind;
import org.solitude.payment.contradiction.ContradictionService;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionType;
import org.solitude.provider.Provider;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.RecordNotFoundException;

/**
 * Handles providers' events about payments, refunds and chargebacks in the transaction of the caller. An event that is
 * sent again has no further effect.
 */
@ApplicationScoped
public class ProviderEventHandler {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private PaymentUpdater updater;

    @Inject
    private ChargebackRecorder chargebacks;

    @Inject
    private ContradictionService contradictions;

    @Inject
    private ChargeJournal chargeJournal;

    @Inject
    private Clock clock;

    /**
     * Handles an event whose signature is valid. Events of other types are ignored.
     *
     * @throws RecordNotFoundException if this provider has no such payment
     * @throws InvalidFieldsException if the event does not name its payment
     */
    public void handle(Provider provider, String id, JsonObject event) {
        JsonObject data = event.get("data") instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        switch (event.getString("type", "").replaceFirst("\\..*", "")) {
            case "transaction" ->
                apply(provider, id, lock(provider, PaymentUpdate.of(data).uuid()), PaymentUpdate.of(data));
            case "refund" -> refund(provider, id, data);
            case "chargeback", "dispute" -> chargeback(provider, id, data);
            default -> {
                // of no interest here
            }
        }
    }

    /** Moves a refund of ours. One that we did not ask for is raised, so that an operator records it. */
    private void refund(Provider provider, String id, JsonObject data) {
        Optional<PaymentTransaction> refund = Optional.ofNullable(
                        PaymentUpdate.of(data).uuid())
                .flatMap(uuid -> find(provider, uuid))
                .filter(transaction -> transaction.type() == TransactionType.REFUND);
        if (refund.isPresent()) {
            apply(
                    provider,
                    id,
                    refund.get(),
                    refundsOf(refund.get()).collection().update(data));
            return;
        }
        PaymentTransaction payment =
                lock(provider, data.containsKey("payment") ? PaymentUpdate.text(data.get("payment")) : null);
        if (!isKnown(provider, id)) {
            save(provider, id, payment, PaymentUpdate.of(data), false);
            contradictions.raise(
                    ContradictionKind.REFUND, payment, "no refund with this uuid was asked for", data.toString());
        }
    }

    private void chargeback(Provider provider, String id, JsonObject data) {
        PaymentUpdate update = PaymentUpdate.of(data);
        PaymentTransaction payment = lock(provider, update.uuid());
        PaymentTransaction reversal = chargebacks.findOrRecord(payment, data);
        apply(provider, id, reversal, update.ofReversal());
    }

    private ProviderRefunds refundsOf(PaymentTransaction refund) {
        PaymentTransaction payment = paymentTransactions.get(Objects.requireNonNull(refund.related()));
        return new ProviderRefunds(
                Objects.requireNonNullElse(payment.changeable().uidSupport(), payment.uuid()));
    }

    private PaymentTransaction lock(Provider provider, @Nullable String uuid) {
        if (uuid == null) {
            throw new InvalidFieldsException(
                    "data", "FIELD_REQUIRED", "Send the transaction, with the uuid that we gave it.");
        }
        return find(provider, uuid)
                .orElseThrow(() -> new RecordNotFoundException("There is no such transaction of this provider."));
    }

    /** Returns our transaction, locked, after its call: a provider that reports on it is not asked any more. */
    private Optional<PaymentTransaction> find(Provider provider, String uuid) {
        chargeJournal.closeAsReported(provider.name(), uuid);
        return paymentTransactions.lock(provider.name(), uuid);
    }

    private void apply(Provider provider, String id, PaymentTransaction transaction, PaymentUpdate update) {
        if (!isKnown(provider, id)) {
            save(provider, id, transaction, update, update.fits(transaction));
            updater.apply(transaction.id(), update);
        }
    }

    private void save(
            Provider provider, String id, PaymentTransaction transaction, PaymentUpdate update, boolean applied) {
        entities.persist(new ProviderEvent(provider.name(), id, transaction.id(), update, applied, clock.instant()));
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
