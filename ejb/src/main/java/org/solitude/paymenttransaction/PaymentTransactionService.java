package org.solitude.paymenttransaction;

import static org.solitude.paymenttransaction.RelatedTransactions.UID_PAY;
import static org.solitude.paymenttransaction.RelatedTransactions.UID_SUPPORT;
import static org.solitude.paymenttransaction.RelatedTransactions.UUID_KEY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.EntityStore;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.RecordNotFoundException;
import org.solitude.validation.Violations;

/** Creates, changes and lists payment transactions, and logs every change. */
@ApplicationScoped
public class PaymentTransactionService {

    @Inject
    private EntityStore store;

    @Inject
    private RelatedTransactions related;

    @Inject
    private RefundRules refundRules;

    @Inject
    private PaymentProviders providers;

    @Inject
    private PaymentTransactionSettings settings;

    @Inject
    private Clock clock;

    public PaymentTransaction create(PaymentTransactionDraft draft) {
        return add(draft, related.validateNew(draft).seller());
    }

    /**
     * Records a transaction that a provider reports of a payment. The rules for clients do not apply: if money has
     * moved, the record follows.
     */
    public PaymentTransaction record(PaymentTransactionDraft draft, PaymentTransaction payment) {
        return add(draft, payment.seller());
    }

    private PaymentTransaction add(PaymentTransactionDraft draft, long seller) {
        Instant now = clock.instant();
        PaymentTransaction transaction = new PaymentTransaction(draft, seller, now);
        related.originalOf(draft).ifPresent(transaction::belongToOwnerOf);
        store.add(transaction, UUID_KEY, UID_PAY, UID_SUPPORT);
        TransactionLogEntry.of(transaction, Map.of(), now).forEach(store::add);
        return transaction;
    }

    public PaymentTransaction get(long pk) {
        return store.find(PaymentTransaction.class, pk).orElseThrow(() -> missing(pk));
    }

    /** Returns the transaction, locked until the database transaction of the caller ends. */
    public PaymentTransaction lock(long pk) {
        return store.lock(PaymentTransaction.class, pk).orElseThrow(() -> missing(pk));
    }

    /** Locks a provider's payment by its uuid, as {@link #lock(long)} does. */
    public Optional<PaymentTransaction> lock(String provider, String uuid) {
        return store.lockBy(PaymentTransaction.class, "uuid", uuid)
                .filter(transaction -> provider.equals(transaction.provider()));
    }

    /** Returns the transaction of this provider with this uid, locked as by {@link #lock(long)}. */
    public Optional<PaymentTransaction> findByUidSupport(@Nullable String provider, String uid) {
        return store
                .all(new AttributeFilter<>(PaymentTransaction.class)
                        .where("provider", provider)
                        .where("uidSupport", uid))
                .stream()
                .findFirst()
                .map(found -> lock(found.id()));
    }

    /** Returns what a client may change in a transaction, which should be locked. */
    public ChangeRules changeRulesOf(PaymentTransaction transaction) {
        return ChangeRules.of(
                transaction, transaction.provider() != null && providers.wereAskedAbout(transaction.id()));
    }

    /**
     * Changes a transaction under a row lock. Without a difference nothing is written.
     *
     * @param edit receives the transaction and returns the values to apply
     */
    public PaymentTransaction change(long pk, Function<PaymentTransaction, PaymentTransactionDraft.Changeable> edit) {
        PaymentTransaction transaction = lock(pk);
        PaymentTransactionDraft.Changeable wanted = edit.apply(transaction);
        if (wanted.equals(transaction.changeable())) {
            return transaction;
        }
        if (transaction.isLockedDown(clock.instant(), settings.lockDown())) {
            throw new InvalidFieldsException(
                    Violations.ALL,
                    "LOCKED_DOWN",
                    "A transaction can be changed for " + settings.lockDown().toDays() + " days.");
        }
        Violations violations = new Violations();
        related.checkUniqueUids(transaction.provider(), wanted, transaction.changeable(), violations);
        refundRules.checkChange(transaction, wanted, violations);
        violations.throwIfAny();
        changeStatus(transaction, wanted);
        return transaction;
    }

    /**
     * Changes a transaction as its provider reports. The rules for clients do not apply: if money has moved, the record
     * follows.
     */
    public PaymentTransaction settle(long pk, Function<PaymentTransaction, PaymentTransactionDraft.Changeable> edit) {
        PaymentTransaction transaction = lock(pk);
        changeStatus(transaction, edit.apply(transaction));
        return transaction;
    }

    /** Returns whether a payment is completed and so much of it is left. */
    public boolean canBeUndone(PaymentTransaction payment, Money money) {
        return refundRules.allow(payment, money);
    }

    /** Returns how much of a payment is neither undone nor about to be; null if its amount is unknown. */
    public @Nullable BigDecimal remaining(PaymentTransaction payment) {
        return refundRules.remaining(payment, null);
    }

    /** Returns whether a transaction of this provider has this uid. */
    public boolean uidExists(@Nullable String provider, String attribute, String name) {
        return store.exists(new AttributeFilter<>(PaymentTransaction.class)
                .where("provider", provider)
                .where(attribute, name));
    }

    private void changeStatus(PaymentTransaction transaction, PaymentTransactionDraft.Changeable wanted) {
        PaymentTransactionDraft.Changeable present = transaction.changeable();
        if (!wanted.equals(present)) {
            Instant now = clock.instant();
            transaction.apply(wanted, now);
            store.save(UID_PAY, UID_SUPPORT);
            TransactionLogEntry.of(transaction, present.byField(), now).forEach(store::add);
        }
    }

    /** Lists transactions, newest first. A null parameter does not filter. */
    public Page<PaymentTransaction> list(
            @Nullable String uuid,
            @Nullable String provider,
            @Nullable Long seller,
            @Nullable TransactionStatus status,
            PageRequest slice) {
        AttributeFilter<PaymentTransaction> selection = new AttributeFilter<>(PaymentTransaction.class)
                .where("uuid", uuid)
                .where("provider", provider)
                .where("seller", seller)
                .where("status", status);
        return store.page(selection, slice);
    }

    /** Returns the transactions that refund or reverse one of these, oldest first. */
    public List<PaymentTransaction> relatedTo(Collection<Long> keys) {
        return keys.isEmpty()
                ? List.of()
                : store.all(new AttributeFilter<>(PaymentTransaction.class).whereIn("related", keys));
    }

    /** Returns the logged changes of a transaction, newest first. */
    public Page<TransactionLogEntry> log(long pk, PageRequest slice) {
        long key = get(pk).id();
        return store.page(new AttributeFilter<>(TransactionLogEntry.class).where("transaction", key), slice);
    }

    private static RecordNotFoundException missing(long pk) {
        return new RecordNotFoundException("There is no transaction " + pk + ".");
    }
}
