package org.solitude.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.RecordNotFoundException;

/** Reads deliveries for clients and has them sent again. */
@ApplicationScoped
public class DeliveryLookup {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private DeliveryQueue deliveries;

    /** Lists the caller's deliveries, or everyone's for an operator, newest first. A null parameter does not filter. */
    public Page<Delivery> list(Caller caller, @Nullable UUID task, @Nullable DeliveryState state, PageRequest slice) {
        return new AttributeFilter<>(Delivery.class)
                .where("taskUuid", task)
                .where("owner", caller.isOperator() ? null : caller.id())
                .where("state", state)
                .page(entities, slice);
    }

    /** Returns the delivery with this message id. */
    public Delivery get(String message, Caller caller) {
        return new AttributeFilter<>(Delivery.class)
                .where("message", message).all(entities).stream()
                        .filter(found -> caller.maySee(found.owner()))
                        .findFirst()
                        .orElseThrow(() -> new RecordNotFoundException("There is no such delivery."));
    }

    /** Returns the finished attempts at a delivery, in order. */
    public List<DeliveryAttempt> attemptsAt(Delivery delivery) {
        return entities.createQuery(
                        "select a from DeliveryAttempt a where a.key.deliveryId = :id order by a.key.number",
                        DeliveryAttempt.class)
                .setParameter("id", delivery.id())
                .getResultList();
    }

    /** Returns the URL of a delivery without its query, which may contain a secret. */
    public String urlOf(Delivery delivery) {
        return deliveries.urlWithoutQuery(delivery);
    }

    /** Has a delivery sent again with the same id, in the transaction of the caller. */
    public Delivery sendAgain(String message, Caller caller) {
        Delivery delivery = get(message, caller);
        deliveries.sendAgain(delivery);
        return delivery;
    }
}
