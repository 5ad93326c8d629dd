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

/** An attempt at a delivery that ended. */
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

    DeliveryAttempt(Delivery delivery, WebhookTransport.Result answer, Instant started, Instant finished) {
        this.key = new Key(delivery.id(), delivery.attempts());
        this.started = started;
        this.finished = finished;
        this.outcome = answer.outcome();
        this.status = answer.status();
    }

    /** From 1. */
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

    /** What the receiver answered, null where it did not. */
    public @Nullable Integer status() {
        return status;
    }

    /** Which attempt at which delivery. */
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
