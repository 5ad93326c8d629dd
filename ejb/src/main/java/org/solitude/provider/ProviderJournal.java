package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.solitude.crypto.KeyedHash;
import org.solitude.generic.InvalidFields;
import org.solitude.generic.Violations;
import org.solitude.transaction.Transactions;

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
    private SealedAnswer sealed;

    @Inject
    private KeyedHash hash;

    @Inject
    private Clock clock;

    /**
     * What is known of a call before it is made.
     *
     * @param answer what the provider has said for good, at an earlier attempt
     */
    record Opened(long id, Optional<ProviderAnswer> answer) {}

    /**
     * Notes that a provider is about to be asked, unless it has answered this call for good.
     *
     * @throws InvalidFields where a client's key names another request already
     */
    Opened open(CallName name, Provider provider, ProviderRequest request) {
        String asked = asked(provider, request);
        return transactions.apart(() -> {
            JournalEntry entry = find(name.key(), LockModeType.PESSIMISTIC_WRITE)
                    .orElseGet(() -> keep(new JournalEntry(
                            name, provider.name(), request, hash.of(PURPOSE, asked), clock.instant())));
            if (!name.task() && !hash.allOf(PURPOSE, asked).contains(entry.fingerprint())) {
                throw new InvalidFields(
                        Violations.ALL,
                        "IDEMPOTENCY_KEY_REUSED",
                        "This Idempotency-Key came with another request; send a new one with a new request.");
            }
            byte[] answer = entry.sealedAnswer();
            if (answer == null) {
                entry.isAsked(clock.instant());
            }
            return new Opened(entry.id(), Optional.ofNullable(answer).map(bytes -> sealed.open(entry, bytes)));
        });
    }

    /** Notes what the provider said. */
    void answered(long id, ProviderAnswer answer) {
        change(id, entry -> {
            if (answer.isDefinite()) {
                entry.answered(answer.status(), sealed.seal(entry, answer), clock.instant());
            } else {
                entry.said(answer.status());
            }
        });
    }

    /** Notes that the provider was not asked after all. */
    void spared(long id) {
        change(id, JournalEntry::wasSpared);
    }

    /** Whether a provider may have heard of this origin: a task's uuid or a call's key. */
    public boolean wasAsked(String origin) {
        return !entities.createQuery(
                        "select e.id from JournalEntry e where e.origin = :origin and e.attempts > 0", Long.class)
                .setParameter("origin", origin)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private void change(long id, Consumer<JournalEntry> change) {
        transactions.apart(() -> {
            change.accept(entities.find(JournalEntry.class, id, LockModeType.PESSIMISTIC_WRITE));
            return id;
        });
    }

    private JournalEntry keep(JournalEntry entry) {
        entities.persist(entry);
        return entry;
    }

    private Optional<JournalEntry> find(String key, LockModeType lock) {
        return entities.createQuery("select e from JournalEntry e where e.key = :key", JournalEntry.class)
                .setParameter("key", key)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private static String asked(Provider provider, ProviderRequest request) {
        return String.join(
                "\n", provider.name(), request.method(), request.path(), said(request.query()), said(request.body()));
    }

    private static String said(@Nullable String text) {
        return text == null ? "-" : "+" + text;
    }
}
