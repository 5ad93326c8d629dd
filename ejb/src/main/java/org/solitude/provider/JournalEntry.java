package org.solitude.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to a provider. It is kept before the call is made; while it has no answer the provider may have heard of it or
 * not, and asking again with the same key is safe. A definite answer is the last word: the call is not made again.
 */
@Entity
@Table(name = "provider_call")
public class JournalEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "provider_call_seq")
    @SequenceGenerator(name = "provider_call_seq", sequenceName = "provider_call_seq", allocationSize = 1)
    private @Nullable Long id;

    /** A task's uuid, or the key of a client's call. */
    @Column(nullable = false, updatable = false)
    private String origin;

    @Column(name = "call_number", nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, updatable = false)
    private boolean task;

    @Column(name = "idempotency_key", nullable = false, updatable = false)
    private String key;

    @Column(nullable = false, updatable = false)
    private String provider;

    @Column(nullable = false, updatable = false)
    private String method;

    @Column(nullable = false, updatable = false)
    private String path;

    /** A keyed hash of what was asked: the same key with another request is a mistake. */
    @Column(nullable = false, updatable = false)
    private String fingerprint;

    /** How many calls the provider may have seen. */
    @Column(nullable = false)
    private int attempts;

    @Column(nullable = false, updatable = false)
    private Instant created;

    @Column(name = "asked_at", nullable = false)
    private Instant lastAttemptAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    /** Of the last answer, be it definite or not. */
    @Column
    private @Nullable Integer status;

    @Column
    private byte @Nullable [] answer;

    /** The payment this call is about. */
    @Column(name = "transaction_id")
    private @Nullable Long transactionId;

    protected JournalEntry() {}

    JournalEntry(ProviderCallKey name, String provider, ProviderRequest request, String fingerprint, Instant now) {
        this.origin = name.origin();
        this.number = name.number();
        this.task = name.task();
        this.key = name.key();
        this.provider = provider;
        this.method = request.method();
        this.path = request.path();
        this.fingerprint = fingerprint;
        this.created = now;
        this.lastAttemptAt = now;
    }

    /** The provider is about to be asked. */
    void recordAttempt(Instant now) {
        attempts++;
        lastAttemptAt = now;
    }

    /** Whether the provider may have heard of it. */
    boolean wasSent() {
        return attempts > 0;
    }

    /** The provider was not asked after all. */
    void withdrawAttempt() {
        attempts--;
    }

    /** The provider said something, which decides nothing. */
    void recordStatus(int newStatus) {
        if (answeredAt == null) {
            status = newStatus;
        }
    }

    /** The provider has said what became of it. */
    void saveResponse(int newStatus, byte[] sealed, Instant now) {
        if (answeredAt == null) {
            status = newStatus;
            answer = sealed.clone();
            answeredAt = now;
        }
    }

    /** Nobody will ask any more: it is known from elsewhere that the provider never heard of it. */
    public void close(Instant now) {
        if (answeredAt == null) {
            answeredAt = now;
        }
    }

    /** This call is about that payment; it is made together with it. */
    public void linkTransaction(long transaction) {
        transactionId = transaction;
    }

    /** The payment this call is about. */
    public Optional<Long> transactionId() {
        return Optional.ofNullable(transactionId);
    }

    void reencrypt(byte[] sealed) {
        answer = sealed.clone();
    }

    public long id() {
        return Objects.requireNonNull(id, "a call has a key once it is stored");
    }

    String key() {
        return key;
    }

    public String provider() {
        return provider;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** On whose behalf: a task's uuid, or the key of a client's call. */
    public String origin() {
        return origin;
    }

    public boolean isTask() {
        return task;
    }

    public Instant lastAttemptAt() {
        return lastAttemptAt;
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    int status() {
        return Objects.requireNonNull(status);
    }

    byte @Nullable [] encryptedResponse() {
        return answer == null ? null : answer.clone();
    }
}
