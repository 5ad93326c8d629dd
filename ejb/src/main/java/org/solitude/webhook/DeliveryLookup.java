package org.solitude.webhook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** Returns the details of deliveries, by the key of each. */
    public Map<Long, DeliveryDetails> detailsOf(Collection<Delivery> shown) {
        Map<Long, List<DeliveryAttempt>> attempts = attemptsAt(shown).collect(groupingBy(DeliveryAttempt::delivery));
        Map<Long, String> urls = deliveries.urlsWithoutQuery(shown);
        return shown.stream()
                .collect(toMap(
                        Delivery::id,
                        delivery -> new DeliveryDetails(
                                urls.getOrDefault(delivery.taskId(), ""),
                                attempts.getOrDefault(delivery.id(), List.of()))));
    }

    private Stream<DeliveryAttempt> attemptsAt(Collection<Delivery> shown) {
        return entities.createQuery(
                        "select a from DeliveryAttempt a where a.key.deliveryId in :ids order by a.key.number",
                        DeliveryAttempt.class)
                .setParameter("ids", shown.stream().map(Delivery::id).toList())
                .getResultStream();
    }

    /** Has a delivery sent again with the same id, in the transaction of the caller. */
    public Delivery sendAgain(String message, Caller caller) {
        Delivery delivery = get(message, caller);
        deliveries.sendAgain(delivery);
        return delivery;
    }
}
