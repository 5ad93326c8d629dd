package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.solitude.crypto.KeyedHash;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskState;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violations;

/**
 * What providers were asked, and what they said. Each entry commits apart from the transaction of the request: before the
 * call, so that nobody can have asked without a trace, and after it, so that the answer outlives a request that is rolled
 * back, cancelled or killed. While a provider is waited for, no connection is held.
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
    private TaskRepository tasks;

    @Inject
    private KeyedHash hash;

    @Inject
    private Clock clock;

    /**
     * What is known of a call before it is made.
     *
     * @param askedBefore whether the provider may have heard of it already
     * @param closed whether it is not to be made any more
     * @param answer what the provider has said for good, at an earlier attempt
     * @param subject what the call is about
     */
    record OpenedEntry<S>(
            long id, boolean sentBefore, boolean closed, Optional<ProviderResponse> response, S subject) {}

    /**
     * Notes that a provider is about to be asked, unless it has answered this call for good.
     *
     * @param asked the request in one text
     * @param subject finds or makes what the call is about; it commits together with the entry
     * @throws InvalidFieldsException where a client's key names another request already
     */
    <S> OpenedEntry<S> open(
            ProviderCallKey name,
            Provider provider,
            ProviderRequest request,
            String asked,
            Function<JournalEntry, S> subject) {
        return transactions.requiresNew(() -> {
            requireTaskOpen(name, provider);
            JournalEntry entry = findAndLock(name.key())
                    .orElseGet(() -> save(new JournalEntry(
                            name, provider.name(), request, hash.of(PURPOSE, asked), clock.instant())));
            if (!name.task() && !hash.allOf(PURPOSE, asked).contains(entry.fingerprint())) {
                throw new InvalidFieldsException(
                        Violations.ALL,
                        "IDEMPOTENCY_KEY_REUSED",
                        "This Idempotency-Key came with another request; send a new one with a new request.");
            }
            S about = subject.apply(entry);
            boolean askedBefore = entry.wasSent();
            if (!entry.isAnswered()) {
                entry.recordAttempt(clock.instant());
            }
            Optional<ProviderResponse> answer =
                    Optional.ofNullable(entry.encryptedResponse()).map(bytes -> encryption.decrypt(entry, bytes));
            return new OpenedEntry<>(entry.id(), askedBefore, entry.isAnswered() && answer.isEmpty(), answer, about);
        });
    }

    /** Notes what the provider said for good, together with what follows from it. */
    void saveResponse(long id, ProviderResponse answer, Runnable alongside) {
        updateEntry(id, entry -> {
            entry.saveResponse(answer.status(), encryption.encrypt(entry, answer), clock.instant());
            alongside.run();
        });
    }

    /** Notes what the provider said, though it decides nothing. */
    void saveStatus(long id, ProviderResponse answer) {
        updateEntry(id, entry -> entry.recordStatus(answer.status()));
    }

    /** Notes that the provider was not asked after all. */
    void withdrawAttempt(long id) {
        updateEntry(id, JournalEntry::withdrawAttempt);
    }

    /** Whether a provider may have heard of this origin: a task's uuid or a call's key. */
    public boolean wasSent(String origin) {
        return !entities.createQuery(
                        "select e.id from JournalEntry e where e.origin = :origin and e.attempts > 0", Long.class)
                .setParameter("origin", origin)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Under the lock that a cancellation takes: either it comes first, and nobody is asked, or it finds the entry. */
    private void requireTaskOpen(ProviderCallKey name, Provider provider) {
        if (name.task() && !isTaskOpen(UUID.fromString(name.origin()))) {
            throw ProviderException.taskEnded(provider);
        }
    }

    private boolean isTaskOpen(UUID uuid) {
        return tasks.find(uuid)
                .flatMap(task -> tasks.lock(task.id()))
                .filter(task -> TaskState.DUE.contains(task.state()))
                .isPresent();
    }

    private void updateEntry(long id, Consumer<JournalEntry> change) {
        transactions.requiresNew(() -> {
            change.accept(entities.find(JournalEntry.class, id, LockModeType.PESSIMISTIC_WRITE));
            return id;
        });
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
