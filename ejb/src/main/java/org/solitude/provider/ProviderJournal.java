package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.solitude.crypto.KeyedHash;
import org.solitude.idempotency.IdempotencyKeyReusedException;
import org.solitude.persistence.jta.LastingEffects;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskState;

/**
 * Stores each call to a provider and its response. Entries commit in transactions of their own: before the call, so
 * that no call is made without a record, and after it, so that the response outlives a request that is rolled back,
 * cancelled or killed. No connection is held while the provider works.
 */
@ApplicationScoped
public class ProviderJournal {

    private static final String PURPOSE = "provider_call.fingerprint";

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private Transactions transactions;

    @Inject
    private ProviderResponseEncryption encryption;

    @Inject
    private LastingEffects effects;

    @Inject
    private TaskRepository tasks;

    @Inject
    private KeyedHash hash;

    @Inject
    private Clock clock;

    /**
     * What is known of a call before it is made.
     *
     * @param response the final response to an earlier attempt, as it was received
     * @param subject what the call is for
     */
    record OpenedEntry<S>(long id, CallState state, Optional<ProviderResponse> response, S subject) {}

    /**
     * Stores that a call is about to be sent, if its state allows it.
     *
     * @param canonicalTexts the request as one text, the present form first, then forms that earlier versions stored
     * @param subject finds or creates what the call is for; commits together with the entry
     * @throws IdempotencyKeyReusedException if the client's key was used for another request
     */
    <S> OpenedEntry<S> open(
            ProviderCallKey call,
            Provider provider,
            ProviderRequest request,
            List<String> canonicalTexts,
            Function<JournalEntry, S> subject) {
        OpenedEntry<S> opened = transactions.requiresNew(() -> {
            requireTaskOpen(call, provider);
            JournalEntry entry = findAndLock(call.key())
                    .orElseGet(() -> save(new JournalEntry(
                            call, provider.name(), request, hash.of(PURPOSE, canonicalTexts.get(0)), clock.instant())));
            if (!call.task() && !isFingerprintOfAny(canonicalTexts, entry)) {
                throw new IdempotencyKeyReusedException();
            }
            S found = subject.apply(entry);
            entry.transactionId().ifPresent(id -> effects.lookAt("/generic/transaction/" + id + "/"));
            CallState state = entry.state();
            if (state.isOpen()) {
                entry.recordAttempt(clock.instant());
            }
            Optional<ProviderResponse> response =
                    Optional.ofNullable(entry.encryptedResponse()).map(bytes -> encryption.decrypt(entry, bytes));
            return new OpenedEntry<>(entry.id(), state, response, found);
        });
        effects.begin();
        return opened;
    }

    /** Stores a final response together with what follows from it, and returns the result of that. */
    <T> T saveResponse(long id, ProviderResponse response, Supplier<T> alongside) {
        return updateEntry(id, entry -> {
            entry.saveResponse(response.status(), encryption.encrypt(entry, response), clock.instant());
            return alongside.get();
        });
    }

    /** Closes a call on which its provider has reported, together with what follows, and returns the result of that. */
    <T> T closeAsReported(long id, Supplier<T> alongside) {
        return updateEntry(id, entry -> {
            entry.closeAsReported(clock.instant());
            return alongside.get();
        });
    }

    /** Stores the status of a response that is not final. */
    void saveStatus(long id, ProviderResponse response) {
        updateEntry(id, entry -> {
            entry.recordStatus(response.status());
            return id;
        });
    }

    /** Stores that the call was not sent after all. */
    void withdrawAttempt(long id) {
        updateEntry(id, entry -> {
            entry.withdrawAttempt();
            return id;
        });
    }

    /**
     * Returns whether a provider may have received a call of this origin: the uuid of a task or the key of a client's
     * call.
     */
    public boolean wasSent(String origin) {
        return !entities.createQuery(
                        "select e.id from JournalEntry e where e.origin = :origin and e.attempts > 0", Long.class)
                .setParameter("origin", origin)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private boolean isFingerprintOfAny(List<String> canonicalTexts, JournalEntry entry) {
        return canonicalTexts.stream()
                .anyMatch(text -> hash.allOf(PURPOSE, text).contains(entry.fingerprint()));
    }

    /**
     * Takes the lock that a cancellation takes: either the cancellation is first and nothing is sent, or it finds the
     * entry.
     */
    private void requireTaskOpen(ProviderCallKey call, Provider provider) {
        if (call.task() && !isTaskOpen(UUID.fromString(call.origin()))) {
            throw ProviderException.taskEnded(provider);
        }
    }

    private boolean isTaskOpen(UUID uuid) {
        return tasks.find(uuid)
                .flatMap(task -> tasks.lock(task.id()))
                .filter(task -> TaskState.DUE.contains(task.state()))
                .isPresent();
    }

    private <T> T updateEntry(long id, Function<JournalEntry, T> change) {
        return transactions.requiresNew(
                () -> change.apply(entities.find(JournalEntry.class, id, LockModeType.PESSIMISTIC_WRITE)));
    }

    private JournalEntry save(JournalEntry entry) {
        entities.persist(entry);
        return entry;
    }

    private Optional<JournalEntry> findAndLock(String key) {
        return entities.createQuery("select e from JournalEntry e where e.key = :key", JournalEntry.class)
                .setParameter("key", key)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
