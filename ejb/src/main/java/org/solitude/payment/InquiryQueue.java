package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.LockOptions;
import org.hibernate.jpa.SpecHints;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.paymenttransaction.TransactionType;
import org.solitude.persistence.jta.Transactions;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.Provider;

/**
 * The payments and refunds that providers are to be asked about: open ones, without news for a while, the longest due
 * first. The time of the next inquiry is in the journal, so it survives a restart, and nodes share the work.
 */
@ApplicationScoped
class InquiryQueue {

    private static final List<TransactionStatus> OPEN = List.of(TransactionStatus.PENDING, TransactionStatus.RECEIVED);
    private static final int BATCH = 200;

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private Transactions transactions;

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private PaymentSettings settings;

    @Inject
    private Clock clock;

    /** Takes payments that have ended off the schedule, many at a time, which costs a payment no write of its own. */
    void retireEnded(Provider provider) {
        int retired = BATCH;
        while (retired == BATCH) {
            retired = transactions.inNewTransaction(() -> {
                List<Long> ended = entities.createQuery(
                                due() + " and not exists (" + open() + ") order by e.nextInquiryAt", JournalEntry.class)
                        .setParameter("provider", provider.name())
                        .setParameter("now", clock.instant())
                        .setParameter("open", OPEN)
                        .setMaxResults(BATCH)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, LockOptions.SKIP_LOCKED)
                        .getResultStream()
                        .map(JournalEntry::id)
                        .toList();
                if (ended.isEmpty()) {
                    return 0;
                }
                return entities.createQuery("update JournalEntry e set e.nextInquiryAt = null where e.id in :ids")
                        .setParameter("ids", ended)
                        .executeUpdate();
            });
        }
    }

    /**
     * Claims the payment that has been due longest, until the inquiry must have ended: no other node asks about it
     * meanwhile, and one that is killed leaves it to the others.
     */
    Optional<UnresolvedPayment> claim(Provider provider) {
        return transactions.inNewTransaction(() -> entities.createQuery(
                        due() + " and exists (" + open() + " and t.modified <= :quiet) order by e.nextInquiryAt",
                        JournalEntry.class)
                .setParameter("provider", provider.name())
                .setParameter("now", clock.instant())
                .setParameter("open", OPEN)
                .setParameter("quiet", clock.instant().minus(settings.unresolvedAfter()))
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, LockOptions.SKIP_LOCKED)
                .getResultStream()
                .findFirst()
                .map(call -> {
                    call.recordInquiry(clock.instant().plus(provider.callTimeout()));
                    return payment(call);
                }));
    }

    private static String due() {
        return "select e from JournalEntry e where e.provider = :provider and e.nextInquiryAt <= :now";
    }

    private static String open() {
        return "select t.id from PaymentTransaction t where t.id = e.transactionId and t.status in :open";
    }

    private UnresolvedPayment payment(JournalEntry call) {
        PaymentTransaction transaction =
                paymentTransactions.get(call.transactionId().orElseThrow());
        return new UnresolvedPayment(
                call.id(),
                call.origin(),
                call.isTask(),
                call.isAnswered(),
                call.lastAttemptAt(),
                transaction.id(),
                transaction.uuid(),
                transaction.changeable().status(),
                collectionOf(transaction));
    }

    private ProviderCollection collectionOf(PaymentTransaction transaction) {
        if (transaction.type() != TransactionType.REFUND) {
            return ProviderCollection.PAYMENTS;
        }
        PaymentTransaction payment = paymentTransactions.get(Objects.requireNonNull(transaction.related()));
        return new ProviderRefunds(Objects.requireNonNull(payment.changeable().uidSupport())).collection();
    }

    /** Releases a payment whose provider was asked, until its next inquiry. */
    void release(UnresolvedPayment payment) {
        transactions.inNewTransaction(() -> {
            JournalEntry call = lockCall(payment);
            call.scheduleInquiry(settings.inquiries(clock).after(call.inquiries()));
        });
    }

    /** Releases a payment whose provider was not asked. */
    void postpone(UnresolvedPayment payment, Duration delay) {
        transactions.inNewTransaction(
                () -> lockCall(payment).withdrawInquiry(clock.instant().plus(delay)));
    }

    private JournalEntry lockCall(UnresolvedPayment payment) {
        return entities.find(JournalEntry.class, payment.call(), LockModeType.PESSIMISTIC_WRITE);
    }
}
