package org.solitude.paymenttransaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.OwnedEntity;

/**
 * A payment for a seller's product, or a refund or reversal of one.
 *
 * <p>It begins as pending, or in the status that the client sends. {@link TransactionStatus} is the only gate for its
 * changes. Some time after its creation it is locked down and cannot change any more.
 */
@Entity
@Table(name = "payment_transaction")
public class PaymentTransaction extends OwnedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_transaction_seq")
    @SequenceGenerator(name = "payment_transaction_seq", sequenceName = "payment_transaction_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(nullable = false, updatable = false)
    private String uuid;

    @Column(name = "product_id", nullable = false, updatable = false)
    private long product;

    /** The seller of the product at creation: a product may change its seller, a payment does not. */
    @Column(name = "seller_id", nullable = false, updatable = false)
    private long seller;

    @Column(name = "buyer_id", updatable = false)
    private @Nullable Long buyer;

    @Column(updatable = false)
    private @Nullable String provider;

    @Enumerated(EnumType.ORDINAL)
    @Column(nullable = false, updatable = false)
    private TransactionType type;

    @Column(name = "related_id", updatable = false)
    private @Nullable Long related;

    @Column(updatable = false)
    private @Nullable String source;

    @Column(updatable = false)
    private @Nullable String carrier;

    @Column(updatable = false)
    private @Nullable String region;

    @Column(precision = 19, scale = 4)
    private @Nullable BigDecimal amount;

    @Column
    private @Nullable String currency;

    @Column(nullable = false)
    private TransactionStatus status = TransactionStatus.PENDING;

    @Column(name = "status_reason")
    private @Nullable String statusReason;

    @Column(name = "uid_pay")
    private @Nullable String uidPay;

    @Column(name = "uid_support")
    private @Nullable String uidSupport;

    @Column
    private @Nullable String notes;

    protected PaymentTransaction() {}

    PaymentTransaction(PaymentTransactionDraft draft, long seller, Instant now) {
        super(now);
        this.uuid = draft.uuid() == null ? UUID.randomUUID().toString() : draft.uuid();
        this.product = Objects.requireNonNull(draft.product());
        this.seller = seller;
        this.buyer = draft.buyer();
        this.provider = draft.provider();
        this.type = draft.type();
        this.related = draft.related();
        this.source = draft.source();
        this.carrier = draft.carrier();
        this.region = draft.region();
        apply(draft.changes(), now);
    }

    /** Takes over changes that have passed {@link PaymentTransactionDraft.Changeable#checkAfter}. */
    final void apply(PaymentTransactionDraft.Changeable changes, Instant now) {
        amount = changes.money().amount();
        currency = changes.money().currency();
        status = changes.status();
        statusReason = changes.statusReason();
        uidPay = changes.uidPay();
        uidSupport = changes.uidSupport();
        notes = changes.notes();
        touch(now);
    }

    /** Returns the present values of what can still change. */
    public PaymentTransactionDraft.Changeable changeable() {
        return new PaymentTransactionDraft.Changeable(money(), status, statusReason, uidPay, uidSupport, notes);
    }

    /** Returns whether the provider has not said yet what became of this payment. */
    public boolean isUndecided() {
        return status == TransactionStatus.RECEIVED;
    }

    boolean isLockedDown(Instant now, Duration after) {
        return !now.isBefore(created().plus(after));
    }

    @Override
    public long id() {
        return Objects.requireNonNull(id, "a transaction has a key once it is stored");
    }

    public String uuid() {
        return uuid;
    }

    public long product() {
        return product;
    }

    public long seller() {
        return seller;
    }

    public @Nullable Long buyer() {
        return buyer;
    }

    public @Nullable String provider() {
        return provider;
    }

    public TransactionType type() {
        return type;
    }

    public @Nullable Long related() {
        return related;
    }

    public @Nullable String source() {
        return source;
    }

    public @Nullable String carrier() {
        return carrier;
    }

    public @Nullable String region() {
        return region;
    }

    public Money money() {
        return Money.scaled(amount, currency);
    }
}
