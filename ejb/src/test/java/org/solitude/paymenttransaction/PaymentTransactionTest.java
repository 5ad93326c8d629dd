package org.solitude.paymenttransaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.solitude.paymenttransaction.TransactionStatus.CANCELLED;
import static org.solitude.paymenttransaction.TransactionStatus.CHECKED;
import static org.solitude.paymenttransaction.TransactionStatus.COMPLETED;
import static org.solitude.paymenttransaction.TransactionStatus.FAILED;
import static org.solitude.paymenttransaction.TransactionStatus.PENDING;
import static org.solitude.paymenttransaction.TransactionStatus.RECEIVED;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violations;

/** The status gate, the rules for changes and the lock-down of a payment transaction. */
class PaymentTransactionTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void onlyAllowedStatusChangesAreReachable() {
        assertThat(reachableFrom(PENDING)).isEqualTo(EnumSet.complementOf(EnumSet.of(PENDING)));
        assertThat(reachableFrom(CHECKED)).containsExactlyInAnyOrder(COMPLETED, FAILED);
        assertThat(reachableFrom(RECEIVED)).containsExactlyInAnyOrder(COMPLETED, FAILED);
        assertThat(reachableFrom(COMPLETED)).isEmpty();
        assertThat(reachableFrom(FAILED)).isEmpty();
        assertThat(reachableFrom(CANCELLED)).isEmpty();
    }

    @Test
    void codesAreThoseOfTheApi() {
        assertThat(TransactionStatus.values())
                .extracting(TransactionStatus::code)
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(TransactionType.of(4)).contains(TransactionType.MANUAL_REVERSAL);
        assertThat(TransactionType.of(5)).isEmpty();
        assertThat(TransactionStatus.of(-1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED"})
    void finalStatusFixesTheMoney(TransactionStatus status) {
        assertThat(violatedFields(changes("5", status, "n"), changes("6", status, "n")))
                .isEqualTo(Set.of("amount"));
        assertThat(violatedFields(changes("5", status, "n"), changes("5", status, "other")))
                .isEmpty();
    }

    @Test
    void moneyCanChangeBeforeAFinalStatus() {
        assertThat(violatedFields(changes("5", PENDING, "n"), changes("6", COMPLETED, "n")))
                .isEmpty();
        assertThat(violatedFields(changes("5", CHECKED, "n"), changes("6", PENDING, "n")))
                .isEqualTo(Set.of("status"));
    }

    @Test
    void transactionIsLockedDownAfterTheConfiguredPeriod() {
        PaymentTransaction transaction = new PaymentTransaction(draft(), 1, NOON);
        assertThat(transaction.isLockedDown(NOON.plus(MONTH).minusNanos(1), MONTH))
                .isFalse();
        assertThat(transaction.isLockedDown(NOON.plus(MONTH), MONTH)).isTrue();
    }

    @Test
    void missingUuidIsGenerated() {
        assertThat(new PaymentTransaction(draft(), 1, NOON).uuid()).hasSize(36);
    }

    private static Set<TransactionStatus> reachableFrom(TransactionStatus status) {
        Set<TransactionStatus> reachable = EnumSet.noneOf(TransactionStatus.class);
        for (TransactionStatus next : TransactionStatus.values()) {
            if (status.canBecome(next)) {
                reachable.add(next);
            }
        }
        return reachable;
    }

    private static Set<String> violatedFields(Changeable before, Changeable after) {
        Violations violations = new Violations();
        after.checkAfter(before, violations);
        InvalidFieldsException broken = catchThrowableOfType(InvalidFieldsException.class, violations::throwIfAny);
        return broken == null ? Set.of() : Map.copyOf(broken.byField()).keySet();
    }

    private static Changeable changes(String amount, TransactionStatus status, String notes) {
        return new Changeable(Money.of(amount, "EUR", new Violations()), status, null, null, null, notes);
    }

    /** Creates a draft with only the product set. */
    private static PaymentTransactionDraft draft() {
        return new PaymentTransactionDraft(
                null,
                1L,
                null,
                null,
                TransactionType.PAYMENT,
                null,
                null,
                null,
                null,
                PaymentTransactionDraft.BLANK.changes());
    }
}
