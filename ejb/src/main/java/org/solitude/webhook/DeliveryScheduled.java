package org.solitude.webhook;

/** A delivery is due. Observers act after the transaction has committed. */
record DeliveryScheduled(long id, String owner) {

    static DeliveryScheduled of(Delivery delivery) {
        return new DeliveryScheduled(delivery.id(), delivery.owner());
    }
}
