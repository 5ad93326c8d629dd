package org.solitude.webhook;

/** A delivery is due as soon as the transaction that says so is committed. */
record DeliveryScheduled(long id, String owner) {

    static DeliveryScheduled of(Delivery delivery) {
        return new DeliveryScheduled(delivery.id(), delivery.owner());
    }
}
