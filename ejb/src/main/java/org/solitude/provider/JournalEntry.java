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
 * A call to a provider, stored before the call is made. While the entry has no final response the provider may or may
 * not have received the call, and repeating it with the same key is safe. After a final response the call is not made
 * again.
 */
@Entity
@Table(name = "provider_call")
public class JournalEntry {

    /** The status of a call that its provider accepted, as it reported otherwise than in a response to the call. */
    private static final int REPORTED = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "provider_call_seq")
    @SequenceGenerator(name = "provider_call_seq", sequenceName = "provider_call_seq", allocationSize = 1)
    private @Nullable Long id;

    /** The uuid of a task, or the key of a client's call. */
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

    /** A keyed hash of the request: the same key with another request is an error. */
    @Column(nullable = false, updatable = false)
    private String fingerprint;

    /** The number of calls that the provider may have received. */
    @Column(nullable = false)
    private int attempts;

    @Column(nullable = false, updatable = false)
    private Instant created;

    @Column(name = "asked_at", nullable = false)
    private Instant lastAttemptAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    /** The status of the last response, final or not. */
    @Column
    private @Nullable Integer status;

    @Column
    private byte @Nullable [] answer;

    /** The payment transaction that this call is for. */
    @Column(name = "transaction_id")
    private @Nullable Long transactionId;

    /** How often the provider was asked what became of this call. */
    @Column(nullable = false)
    private int inquiries;

    /** When to ask next; null where the outcome is known. */
    @Column(name = "next_inquiry_at")
    private @Nullable Instant nextInquiryAt;

    protected JournalEntry() {}

    JournalEntry(ProviderCallKey call, String provider, ProviderRequest request, String fingerprint, Instant now) {
        this.origin = call.origin();
        this.number = call.number();
        this.task = call.task();
        this.key = call.key();
        this.provider = provider;
        this.method = request.method();
        this.path = request.path();
        this.fingerprint = fingerprint;
        this.created = now;
        this.lastAttemptAt = now;
    }

    /** Records that the call is about to be sent. */
    void recordAttempt(Instant now) {
        attempts++;
        lastAttemptAt = now;
    }

    /** Returns whether the provider may have received the call. */
    public boolean wasSent() {
        return attempts > 0;
    }

    /** Records that the call was not sent after all. */
    void withdrawAttempt() {
        attempts--;
    }

    /** Records the status of a response that is not final. */
    void recordStatus(int newStatus) {
        if (answeredAt == null) {
            status = newStatus;
        }
    }

    /** Records the final response. */
    void saveResponse(int newStatus, byte[] encrypted, Instant now) {
        if (answeredAt == null) {
            status = newStatus;
            answer = encrypted.clone();
            answeredAt = now;
        }
    }

    /** Closes the entry: the provider is known never to have received the call, and it will not be sent any more. */
    public void close(Instant now) {
        if (answeredAt == null) {
            answeredAt = now;
        }
    }

    /**
     * Closes the entry: the provider has reported on what the call is for, so it has received the call, and the call
     * will not be sent any more.
     */
    public void closeAsReported(Instant now) {
        if (answeredAt == null) {
            answeredAt = now;
            status = REPORTED;
        }
    }

    /** Returns how far the call has come. */
    CallState state() {
        if (answeredAt == null) {
            return wasSent() ? CallState.UNDECIDED : CallState.NEW;
        }
        if (answer != null) {
            return CallState.ANSWERED;
        }
        return Integer.valueOf(REPORTED).equals(status) ? CallState.REPORTED : CallState.ABANDONED;
    }

    /**
     * Links this call to its payment transaction.
     *
     * @param inquiryAt when to ask the provider for the first time what became of it; kept from the first link
     */
    public void linkTransaction(long transaction, Instant inquiryAt) {
        if (transactionId == null) {
            nextInquiryAt = inquiryAt;
        }
        transactionId = transaction;
    }

    /** Records that the provider is about to be asked what became of this call, by one inquiry until then. */
    public void recordInquiry(Instant until) {
        inquiries++;
        nextInquiryAt = until;
    }

    /** Sets when to ask again. */
    public void scheduleInquiry(Instant next) {
        nextInquiryAt = next;
    }

    /** Records that the provider was not asked after all. */
    public void withdrawInquiry(Instant next) {
        inquiries--;
        nextInquiryAt = next;
    }

    public int inquiries() {
        return inquiries;
    }

    /** Returns the payment transaction that this call is for. */
    public Optional<Long> transactionId() {
        return Optional.ofNullable(transactionId);
    }

    void reencrypt(byte[] encrypted) {
        answer = encrypted.clone();
    }

    public long id() {
        return Objects.requireNonNull(id, "an entry has an id once it is stored");
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

    /** Returns the uuid of the task, or the key of the client's call. */
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
