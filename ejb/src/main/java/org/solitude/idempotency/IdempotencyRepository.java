package org.solitude.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.solitude.crypto.KeyedHash;
import org.solitude.persistence.UniqueConstraint;
import org.solitude.task.StoredResponse;

/**
 * Stores idempotency records. If two are added concurrently for the same key, the unique constraint refuses the
 * second.
 */
@ApplicationScoped
class IdempotencyRepository {

    private static final UniqueConstraint KEY_CONSTRAINT = new UniqueConstraint("idempotency_key_once");
    /** Contexts of the keyed hash. The stored hashes depend on them. */
    private static final String KEY = "idempotency.key";

    private static final String FINGERPRINT = "idempotency.payload";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private KeyedHash hash;

    @Inject
    private ResponseEncryption encryption;

    @Inject
    private IdempotencySettings settings;

    @Inject
    private Clock clock;

    /** Finds the record of the key of this write, detached. */
    Optional<IdempotencyRecord> find(IdempotentWrite write) {
        return entities.createQuery(
                        "select k from IdempotencyRecord k where k.owner = :owner and k.keyHash in (:hashes)",
                        IdempotencyRecord.class)
                .setParameter("owner", write.owner())
                .setParameter("hashes", hash.allOf(KEY, keyOf(write)))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Returns whether the record is of a write with the same fingerprint. */
    boolean hasFingerprint(IdempotencyRecord row, IdempotentWrite write) {
        return Stream.of(write.fingerprint(), write.earlierFingerprint())
                .anyMatch(fingerprint ->
                        hash.allOf(FINGERPRINT, withKey(write, fingerprint)).contains(row.fingerprintHash()));
    }

    /** Adds a record with the task that the write became. */
    void addAccepted(IdempotentWrite write, UUID task) {
        entities.persist(of(write).answeredByTask(task));
        entities.flush();
    }

    /** Adds a record with a claim for a call that is about to run. */
    KeyDecision.Proceed addClaimed(IdempotentWrite write, Instant until) {
        UUID claim = UUID.randomUUID();
        IdempotencyRecord row = of(write).claimedBy(claim, until);
        entities.persist(row);
        entities.flush();
        return new KeyDecision.Proceed(row.id(), claim);
    }

    /** Returns whether another call added the key first. */
    static boolean isKeyTaken(Throwable failure) {
        return KEY_CONSTRAINT.isViolatedBy(failure);
    }

    /** Saves the response of the call that holds the claim; false if it no longer holds it. */
    boolean saveResponse(KeyDecision.Proceed proceed, StoredResponse response) {
        ResponseEncryption.Parts parts = encryption.encrypt(proceed.row(), response);
        return entities.createQuery("update IdempotencyRecord k set k.status = :status, k.headers = :headers,"
                                + " k.body = :body, k.claim = null, k.claimedUntil = null"
                                + " where k.id = :id and k.claim = :claim")
                        .setParameter("status", parts.status())
                        .setParameter("headers", parts.headers())
                        .setParameter("body", parts.body())
                        .setParameter("id", proceed.row())
                        .setParameter("claim", proceed.claim())
                        .executeUpdate()
                == 1;
    }

    /** Deletes the record if this call still holds its claim. */
    void release(KeyDecision.Proceed proceed) {
        entities.createQuery("delete from IdempotencyRecord k where k.id = :id and k.claim = :claim")
                .setParameter("id", proceed.row())
                .setParameter("claim", proceed.claim())
                .executeUpdate();
    }

    /** Returns those of the claims that have neither ended nor expired. */
    List<UUID> validClaimsAmong(Collection<UUID> claims) {
        return entities.createQuery(
                        "select k.claim from IdempotencyRecord k where k.claim in (:claims) and k.claimedUntil > :now",
                        UUID.class)
                .setParameter("claims", claims)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** Extends these claims. */
    void extendClaims(Collection<UUID> claims, Instant until) {
        entities.createQuery("update IdempotencyRecord k set k.claimedUntil = :until where k.claim in (:claims)")
                .setParameter("until", until)
                .setParameter("claims", claims)
                .executeUpdate();
    }

    private IdempotencyRecord of(IdempotentWrite write) {
        Instant now = clock.instant();
        return IdempotencyRecord.of(
                write.owner(),
                hash.of(KEY, keyOf(write)),
                hash.of(FINGERPRINT, withKey(write, write.fingerprint())),
                now,
                now.plus(settings.retention()));
    }

    private static String keyOf(IdempotentWrite write) {
        return write.owner() + "\n" + write.key();
    }

    private static String withKey(IdempotentWrite write, String fingerprint) {
        return keyOf(write) + "\n" + fingerprint;
    }
}
