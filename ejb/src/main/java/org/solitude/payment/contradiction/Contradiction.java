package org.solitude.payment.contradiction;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.Encryptor;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.persistence.VersionedEntity;

/**
 * A statement of a provider that contradicts our payment. It is open until an operator resolves it, once and with a
 * reason. Repetitions of the same statement are counted, before and after that.
 */
@Entity
@Table(name = "contradiction")
public class Contradiction extends VersionedEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contradiction_seq")
    @SequenceGenerator(name = "contradiction_seq", sequenceName = "contradiction_seq", allocationSize = 1)
    private @Nullable Long id;

    @Column(name = "transaction_id", nullable = false, updatable = false)
    private long transaction;

    @Column(nullable = false, updatable = false)
    private String provider;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ContradictionKind kind;

    @Column(nullable = false, updatable = false)
    private String ours;

    @Column(nullable = false)
    private byte[] theirs;

    @Column(name = "theirs_hash", nullable = false, updatable = false)
    private String theirsHash;

    @Column(nullable = false)
    private int occurrences;

    @Column(name = "last_seen", nullable = false)
    private Instant lastSeen;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @Column(name = "resolved_by")
    private @Nullable String resolvedBy;

    @Column
    private @Nullable String reason;

    /** Computed by the database, for the filter of the list. */
    @Column(insertable = false, updatable = false)
    private boolean resolved;

    protected Contradiction() {}

    Contradiction(
            PaymentTransaction payment,
            ContradictionKind kind,
            String ours,
            String theirs,
            String theirsHash,
            Encryptor encryptor,
            Instant now) {
        super(now);
        this.transaction = payment.id();
        this.provider = Objects.requireNonNull(payment.provider(), "only a provider's payment is contradicted");
        this.kind = kind;
        this.ours = ours;
        this.theirsHash = theirsHash;
        this.theirs = encryptor.encrypt(theirs.getBytes(UTF_8), associatedData());
        this.occurrences = 1;
        this.lastSeen = now;
    }

    /** Counts another occurrence of the same statement. */
    void repeat(Instant now) {
        occurrences++;
        lastSeen = now;
        touch(now);
    }

    /** Settles it. */
    void resolve(String why, String operator, Instant now) {
        reason = why;
        resolvedBy = operator;
        resolvedAt = now;
        touch(now);
    }

    boolean reencrypt(Encryptor encryptor) {
        if (!encryptor.isOutdated(theirs)) {
            return false;
        }
        theirs = encryptor.encrypt(encryptor.decrypt(theirs, associatedData()), associatedData());
        return true;
    }

    String theirs(Encryptor encryptor) {
        return new String(encryptor.decrypt(theirs, associatedData()), UTF_8);
    }

    private byte[] associatedData() {
        return ("contradiction.theirs/" + transaction + "/" + kind + "/" + theirsHash).getBytes(UTF_8);
    }

    @Override
    public long id() {
        return Objects.requireNonNull(id, "a contradiction has a key once it is stored");
    }

    /** Returns the primary key of our transaction. */
    public long transaction() {
        return transaction;
    }

    public String provider() {
        return provider;
    }

    public ContradictionKind kind() {
        return kind;
    }

    /** Returns what our books said when it was first seen. */
    public String ours() {
        return ours;
    }

    public int occurrences() {
        return occurrences;
    }

    public Instant lastSeen() {
        return lastSeen;
    }

    public boolean isResolved() {
        return resolvedAt != null;
    }

    public @Nullable Instant resolvedAt() {
        return resolvedAt;
    }

    public @Nullable String resolvedBy() {
        return resolvedBy;
    }

    public @Nullable String reason() {
        return reason;
    }
}
