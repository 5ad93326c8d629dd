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

/** What clients may learn of deliveries, and ask for. */
@ApplicationScoped
public class DeliveryLookup {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private DeliveryQueue deliveries;

    /** The caller's deliveries, an operator's view of everybody's, newest first; a null lets all through. */
    public Page<Delivery> list(Caller caller, @Nullable UUID task, @Nullable DeliveryState state, PageRequest slice) {
        return new AttributeFilter<>(Delivery.class)
                .where("taskUuid", task)
                .where("owner", caller.isOperator() ? null : caller.id())
                .where("state", state)
                .page(entities, slice);
    }

    /** The delivery of that message. */
    public Delivery get(String message, Caller caller) {
        return new AttributeFilter<>(Delivery.class)
                .where("message", message).all(entities).stream()
                        .filter(found -> caller.maySee(found.owner()))
                        .findFirst()
                        .orElseThrow(() -> new RecordNotFoundException("There is no such delivery."));
    }

    /** The attempts at it that ended, in their order. */
    public List<DeliveryAttempt> attemptsAt(Delivery delivery) {
        return entities.createQuery(
                        "select a from DeliveryAttempt a where a.key.deliveryId = :id order by a.key.number",
                        DeliveryAttempt.class)
                .setParameter("id", delivery.id())
                .getResultList();
    }

    /** Where it goes, without what may be secret of it. */
    public String urlOf(Delivery delivery) {
        return deliveries.urlWithoutQuery(delivery);
    }

    /** Has it sent again with the same id, in the transaction of the caller. */
    public Delivery sendAgain(String message, Caller caller) {
        Delivery delivery = get(message, caller);
        deliveries.sendAgain(delivery);
        return delivery;
    }
}
