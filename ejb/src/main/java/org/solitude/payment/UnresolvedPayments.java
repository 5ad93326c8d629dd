package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.solitude.payment.contradiction.ContradictionKind;
import org.solitude.payment.contradiction.ContradictionService;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.persistence.jta.Transactions;
import org.solitude.provider.JournalEntry;
import org.solitude.provider.Provider;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.TaskState;

/** Resolves payments and refunds that their providers were asked about. */
@ApplicationScoped
class UnresolvedPayments {

    @PersistenceContext(unitName = "solitude")
    private EntityManager entities;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskRepository tasks;

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private PaymentUpdater updater;

    @Inject
    private ChargeJournal chargeJournal;

    @Inject
    private ContradictionService contradictions;

    @Inject
    private PaymentSettings settings;

    @Inject
    private TaskSettings taskSettings;

    @Inject
    private Clock clock;

    /**
     * Returns whether no further charge of this payment can reach the provider: its task has ended or its request has
     * timed out, and a call that was in flight then has arrived or never will.
     */
    boolean isAbandoned(Provider provider, UnresolvedPayment payment) {
        Instant now = clock.instant();
        Duration maximumDuration = provider.callTimeout().plus(settings.unresolvedAfter());
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

    /** Raises that the provider does not know a payment any more that it had accepted. */
    void raiseForgotten(UnresolvedPayment payment) {
        transactions.inNewTransaction(() -> {
            PaymentTransaction transaction = paymentTransactions.lock(payment.transaction());
            TransactionStatus status = transaction.changeable().status();
            if (!status.isFinal()) {
                contradictions.raise(ContradictionKind.FORGOTTEN, transaction, status.word(), "unknown");
            }
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
