package org.solitude.paymenttransaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.VersionedEntity;

/** A changed value of a transaction. Written in the same database transaction as the change and never modified. */
@Entity
@Table(name = "transaction_log")
public class TransactionLogEntry extends VersionedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "transaction_log_seq")
    @SequenceGenerator(name = "transaction_log_seq", sequenceName = "transaction_log_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(name = "transaction_id", nullable = false, updatable = false)
    private long transaction;

    @Column(nullable = false, updatable = false)
    private String field;

    @Column(name = "value_before", updatable = false)
    private @Nullable String before;

    @Column(name = "value_after", updatable = false)
    private @Nullable String after;

    protected TransactionLogEntry() {}

    private TransactionLogEntry(
            long transaction, String field, @Nullable String before, @Nullable String after, Instant now) {
        super(now);
        this.transaction = transaction;
        this.field = field;
        this.before = before;
        this.after = after;
    }

    /**
     * Creates an entry for each value that differs from {@code before}; for a new transaction, for each value that is
     * set.
     */
    static Stream<TransactionLogEntry> of(
            PaymentTransaction transaction, Map<String, @Nullable String> before, Instant now) {
        return transaction.changeable().byField().entrySet().stream()
                .filter(value -> !Objects.equals(before.get(value.getKey()), value.getValue()))
                .map(value -> new TransactionLogEntry(
                        transaction.id(), value.getKey(), before.get(value.getKey()), value.getValue(), now));
    }

    @Override
    public long id() {
        return Objects.requireNonNull(id, "an entry has a key once it is stored");
    }

    public String field() {
        return field;
    }

    public @Nullable String before() {
        return before;
    }

    public @Nullable String after() {
        return after;
    }
}
