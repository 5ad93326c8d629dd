package org.solitude.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event about a payment that a provider sent. Stored once, even if it contradicts our transaction. */
@Entity
@Table(name = "provider_notice")
class ProviderEvent {

    /** What is stored in place of a status that we do not know. */
    private static final String UNKNOWN = "UNKNOWN";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "provider_notice_seq")
    @SequenceGenerator(name = "provider_notice_seq", sequenceName = "provider_notice_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(nullable = false, updatable = false)
    private String provider;

    @Column(name = "notice", nullable = false, updatable = false)
    private String eventId;

    @Column(name = "transaction_id", nullable = false, updatable = false)
    private long transaction;

    @Column(nullable = false, updatable = false)
    private String status;

    /** False if it contradicts our transaction and an operator must decide. */
    @Column(nullable = false, updatable = false)
    private boolean applied;

    @Column(nullable = false, updatable = false)
    private Instant received;

    protected ProviderEvent() {}

    ProviderEvent(
            String provider, String eventId, long transaction, PaymentUpdate update, boolean applied, Instant now) {
        this.provider = provider;
        this.eventId = eventId;
        this.transaction = transaction;
        this.status = update.defect() == null ? update.status().name() : UNKNOWN;
        this.applied = applied;
        this.received = now;
    }
}
