package org.solitude.callback;

/** A delivery is due as soon as the transaction that says so is committed. */
record DeliveryDecided(long id, String owner) {

    static DeliveryDecided of(Delivery delivery) {
        return new DeliveryDecided(delivery.id(), delivery.owner());
    }
}
