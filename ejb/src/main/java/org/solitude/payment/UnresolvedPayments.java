package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.persistence.jta.Transactions;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.Provider;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.TaskState;

/** Finds payments whose status has not changed for a while, and resolves them. */
@ApplicationScoped
class UnresolvedPayments {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskRepository tasks;

    @Inject
    private PaymentUpdater updater;

    @Inject
    private ChargeJournal chargeJournal;

    @Inject
    private PaymentSettings settings;

    @Inject
    private TaskSettings taskSettings;

    @Inject
    private Clock clock;

    /** Returns the next payments after this call id. */
    List<UnresolvedPayment> findAfter(Provider provider, long after, int limit) {
        return transactions.inNewTransaction(() -> entities.createQuery(
                        "select e, t, p from JournalEntry e join PaymentTransaction t on t.id = e.transactionId"
                                + " left join PaymentTransaction p on p.id = t.related"
                                + " where t.provider = :provider and t.status in :open and t.modified < :before"
                                + " and e.id > :after order by e.id",
                        Object[].class)
                .setParameter("provider", provider.name())
                .setParameter("open", List.of(TransactionStatus.PENDING, TransactionStatus.RECEIVED))
                .setParameter("before", clock.instant().minus(settings.unresolvedAfter()))
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> payment((JournalEntry) row[0], (PaymentTransaction) row[1], (PaymentTransaction) row[2]))
                .toList());
    }

    private static UnresolvedPayment payment(
            JournalEntry call, PaymentTransaction transaction, @Nullable PaymentTransaction related) {
        String theirs = related == null ? null : related.changeable().uidSupport();
        return new UnresolvedPayment(
                call.id(),
                call.origin(),
                call.isTask(),
                call.isAnswered(),
                call.lastAttemptAt(),
                transaction.id(),
                transaction.uuid(),
                transaction.changeable().status(),
                theirs == null ? ProviderCollection.PAYMENTS : new ProviderRefunds(theirs).collection());
    }

    /**
     * Returns whether no further charge of this payment can reach the provider: its task has ended or its request has
     * timed out, and a call that was in flight then has arrived or never will.
     */
    boolean isAbandoned(Provider provider, UnresolvedPayment payment) {
        Instant now = clock.instant();
        Duration maximumDuration =
                provider.connectTimeout().plus(provider.readTimeout()).plus(settings.unresolvedAfter());
        if (payment.lastAttemptAt().plus(maximumDuration).isAfter(now)) {
            return false;
        }
        return payment.ofTask()
                ? tasks.find(UUID.fromString(payment.origin()))
                        .filter(task -> TaskState.DUE.contains(task.state()))
                        .isEmpty()
                : payment.lastAttemptAt()
                        .plus(taskSettings.transactionTimeout())
                        .isBefore(now);
    }

    /** Applies a provider's update to a payment. */
    void update(Provider provider, UnresolvedPayment payment, PaymentUpdate update) {
        transactions.inNewTransaction(() -> {
            chargeJournal.closeAsReported(provider.name(), payment.uuid());
            updater.apply(payment.transaction(), update);
        });
    }

    /** Closes a payment that never reached its provider, unless another attempt has begun meanwhile. */
    void close(UnresolvedPayment payment, PaymentUpdate update) {
        transactions.inNewTransaction(() -> {
            JournalEntry call = entities.find(JournalEntry.class, payment.call(), LockModeType.PESSIMISTIC_WRITE);
            if (!call.isAnswered() && call.lastAttemptAt().equals(payment.lastAttemptAt())) {
                call.close(clock.instant());
                updater.apply(payment.transaction(), update);
            }
        });
    }
}
