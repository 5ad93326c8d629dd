package org.solitude.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A finished attempt at a delivery. */
@Entity
@Table(name = "callback_attempt")
public class DeliveryAttempt {

    @EmbeddedId
    private Key key;

    @Column(nullable = false)
    private Instant started;

    @Column(nullable = false)
    private Instant finished;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DeliveryOutcome outcome;

    private @Nullable Integer status;

    protected DeliveryAttempt() {}

    DeliveryAttempt(Delivery delivery, WebhookTransport.Result result, Instant started, Instant finished) {
        this.key = new Key(delivery.id(), delivery.attempts());
        this.started = started;
        this.finished = finished;
        this.outcome = result.outcome();
        this.status = result.status();
    }

    /** Returns the key of the delivery. */
    long delivery() {
        return key.deliveryId;
    }

    /** Returns the number of the attempt, from 1. */
    public int number() {
        return key.number;
    }

    public Instant started() {
        return started;
    }

    public Instant finished() {
        return finished;
    }

    public DeliveryOutcome outcome() {
        return outcome;
    }

    /** Returns the status of the receiver's response, null if there was none. */
    public @Nullable Integer status() {
        return status;
    }

    /** The delivery and the number of the attempt. */
    @Embeddable
    static class Key implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        @Column(name = "delivery_id")
        private long deliveryId;

        private int number;

        protected Key() {}

        Key(long deliveryId, int number) {
            this.deliveryId = deliveryId;
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.deliveryId == deliveryId && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(deliveryId, number);
        }
    }
}
