package org.solitude.generic.transaction;

import static org.solitude.generic.transaction.TransactionNeighbours.UID_PAY;
import static org.solitude.generic.transaction.TransactionNeighbours.UID_SUPPORT;
import static org.solitude.generic.transaction.TransactionNeighbours.UUID_KEY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solitude.generic.InvalidFields;
import org.solitude.generic.NotFound;
import org.solitude.generic.Records;
import org.solitude.generic.Violations;
import org.solitude.listing.Page;
import org.solitude.listing.Selection;
import org.solitude.listing.Slice;

/** The transactions there are, and the log of what became of each. */
@ApplicationScoped
public class PaymentTransactionService {

    @Inject
    private Records records;

    @Inject
    private TransactionNeighbours neighbours;

    @Inject
    private TransactionSettings settings;

    @Inject
    private Clock clock;

    public Transaction create(TransactionDraft draft) {
        Instant now = clock.instant();
        Transaction transaction =
                new Transaction(draft, neighbours.requireFor(draft).seller(), now);
        records.add(transaction, UUID_KEY, UID_PAY, UID_SUPPORT);
        LogEntry.of(transaction, Map.of(), now).forEach(records::add);
        return transaction;
    }

    public Transaction get(long pk) {
        return records.find(Transaction.class, pk).orElseThrow(() -> missing(pk));
    }

    /** The transaction, which nobody else changes until the caller's database transaction ends. */
    public Transaction lock(long pk) {
        return records.lock(Transaction.class, pk).orElseThrow(() -> missing(pk));
    }

    /** As {@link #lock(long)}, of a provider's payment by its uuid. */
    public Optional<Transaction> lock(String provider, String uuid) {
        return records.lockBy(Transaction.class, "uuid", uuid)
                .filter(transaction -> provider.equals(transaction.provider()));
    }

    /**
     * Changes a transaction that nobody else changes meanwhile. One that would stay as it is is not touched.
     *
     * @param edit makes of the transaction what it becomes
     */
    public Transaction change(long pk, Function<Transaction, TransactionDraft.Changeable> edit) {
        Transaction transaction = lock(pk);
        TransactionDraft.Changeable wanted = edit.apply(transaction);
        if (transaction.isLockedDown(clock.instant(), settings.lockDown())) {
            throw new InvalidFields(
                    Violations.ALL,
                    "LOCKED_DOWN",
                    "A transaction can be changed for " + settings.lockDown().toDays() + " days.");
        }
        Violations violations = new Violations();
        neighbours.checkUids(transaction.provider(), wanted, transaction.changeable(), violations);
        violations.throwIfAny();
        become(transaction, wanted);
        return transaction;
    }

    /**
     * Changes a transaction to what its provider says it is. A provider is bound by none of the rules for clients: where
     * money has moved, books follow.
     */
    public Transaction settle(long pk, Function<Transaction, TransactionDraft.Changeable> edit) {
        Transaction transaction = lock(pk);
        become(transaction, edit.apply(transaction));
        return transaction;
    }

    /** Whether a transaction of this provider has this name at it. */
    public boolean isTaken(@Nullable String provider, String attribute, String name) {
        return records.exists(
                new Selection<>(Transaction.class).where("provider", provider).where(attribute, name));
    }

    private void become(Transaction transaction, TransactionDraft.Changeable wanted) {
        TransactionDraft.Changeable present = transaction.changeable();
        if (!wanted.equals(present)) {
            Instant now = clock.instant();
            transaction.apply(wanted, now);
            records.save(UID_PAY, UID_SUPPORT);
            LogEntry.of(transaction, present.byField(), now).forEach(records::add);
        }
    }

    /** Transactions, newest first; a null lets all through. */
    public Page<Transaction> list(
            @Nullable String uuid,
            @Nullable String provider,
            @Nullable Long seller,
            @Nullable TransactionStatus status,
            Slice slice) {
        Selection<Transaction> selection = new Selection<>(Transaction.class)
                .where("uuid", uuid)
                .where("provider", provider)
                .where("seller", seller)
                .where("status", status);
        return records.page(selection, slice);
    }

    /** Those that undo one of these, oldest first. */
    public List<Transaction> relatedTo(Collection<Long> keys) {
        return keys.isEmpty() ? List.of() : records.all(new Selection<>(Transaction.class).whereIn("related", keys));
    }

    /** What became of a transaction, newest first. */
    public Page<LogEntry> log(long pk, Slice slice) {
        long key = get(pk).id();
        return records.page(new Selection<>(LogEntry.class).where("transaction", key), slice);
    }

    private static NotFound missing(long pk) {
        return new NotFound("There is no transaction " + pk + ".");
    }
}
