package org.solitude.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An idempotency key and the response to its first call.
 *
 * <p>The record of a delayed write is created with its task. That of a synchronous write is created as a claim while
 * the call runs. Then the response is stored, or the record is deleted if the failure is temporary. It is deleted when
 * its retention is over.
 */
@Entity
@Table(name = "idempotency_key")
class IdempotencyRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, updatable = false)
    private String owner;

    @Column(name = "key_hash", nullable = false, updatable = false)
    private String keyHash;

    @Column(name = "payload_hash", nullable = false, updatable = false)
    private String fingerprintHash;

    @Column(updatable = false)
    private @Nullable UUID task;

    private @Nullable UUID claim;

    @Column(name = "claimed_until")
    private @Nullable Instant claimedUntil;

    private @Nullable Integer status;

    private byte @Nullable [] headers;

    private byte @Nullable [] body;

    @Column(nullable = false, updatable = false)
    private Instant created;

    @Column(name = "keep_until", nullable = false)
    private Instant retainUntil;

    protected IdempotencyRecord() {}

    private IdempotencyRecord(
            String owner, String keyHash, String fingerprintHash, Instant created, Instant retainUntil) {
        this.owner = owner;
        this.keyHash = keyHash;
        this.fingerprintHash = fingerprintHash;
        this.created = created;
        this.retainUntil = retainUntil;
    }

    /** Creates the record of a key without a response. */
    static IdempotencyRecord of(
            String owner, String keyHash, String fingerprintHash, Instant created, Instant retainUntil) {
        return new IdempotencyRecord(owner, keyHash, fingerprintHash, created, retainUntil);
    }

    /** Sets the task that the first call became. */
    IdempotencyRecord answeredByTask(UUID newTask) {
        this.task = newTask;
        return this;
    }

    /** Sets the claim of a call in progress. */
    IdempotencyRecord claimedBy(UUID call, Instant until) {
        this.claim = call;
        this.claimedUntil = until;
        return this;
    }

    /** Sets the encrypted response. */
    void storeResponse(ResponseEncryption.Parts response) {
        this.status = response.status();
        this.headers = response.headers();
        this.body = response.body();
    }

    void retainUntil(Instant later) {
        this.retainUntil = later;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("this idempotency record has not been saved yet");
        }
        return id;
    }

    String fingerprintHash() {
        return fingerprintHash;
    }

    @Nullable
    UUID task() {
        return task;
    }

    @Nullable
    UUID claim() {
        return claim;
    }

    boolean isClaimedAt(Instant now) {
        return claim != null && claimedUntil != null && claimedUntil.isAfter(now);
    }

    @Nullable
    Integer status() {
        return status;
    }

    byte @Nullable [] headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }
}
