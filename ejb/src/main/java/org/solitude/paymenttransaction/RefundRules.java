package org.solitude.paymenttransaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.EntityStore;
import org.solitude.persistence.paging.AttributeFilter;
import org.solitude.validation.Violations;

/**
 * Checks that a transaction that undoes a payment fits it: of a completed payment, in its currency, and with the others
 * never more than was paid. Those that are not decided yet count.
 */
@ApplicationScoped
public class RefundRules {

    @Inject
    private EntityStore store;

    /** Adds the violations of a new transaction. Locks the payment, so that concurrent refunds are summed. */
    void checkNew(PaymentTransactionDraft draft, Violations violations) {
        if (draft.type() == TransactionType.PAYMENT || draft.related() == null) {
            return;
        }
        Optional<PaymentTransaction> related = store.lock(PaymentTransaction.class, draft.related());
        if (related.isEmpty()) {
            violations.doesNotExist("related");
            return;
        }
        PaymentTransaction payment = related.get();
        if (payment.type() != TransactionType.PAYMENT || payment.changeable().status() != TransactionStatus.COMPLETED) {
            violations.addFirst("related", "PAYMENT_NOT_COMPLETED", "Only a completed payment can be undone.");
            return;
        }
        if (!Objects.equals(draft.product(), payment.product())) {
            violations.addFirst("seller_product", "DIFFERS_FROM_PAYMENT", "Send the product of the payment.");
        }
        if (draft.provider() != null && !draft.provider().equals(payment.provider())) {
            violations.addFirst("provider", "DIFFERS_FROM_PAYMENT", "Send the provider of the payment.");
        }
        checkMoney(payment, draft.changes().money(), null, violations);
    }

    /** Adds the violations of a change of a transaction that undoes a payment, as {@link #checkNew} does. */
    void checkChange(PaymentTransaction transaction, PaymentTransactionDraft.Changeable wanted, Violations violations) {
        if (transaction.type() != TransactionType.PAYMENT
                && transaction.related() != null
                && !wanted.money().equals(transaction.money())) {
            store.lock(PaymentTransaction.class, transaction.related())
                    .ifPresent(payment -> checkMoney(payment, wanted.money(), transaction.id(), violations));
        }
    }

    /** Returns whether so much of the payment can be undone. */
    boolean allow(PaymentTransaction payment, Money money) {
        Violations violations = new Violations();
        checkMoney(payment, money, null, violations);
        return payment.changeable().status() == TransactionStatus.COMPLETED && violations.isEmpty();
    }

    /** Returns how much of a payment is neither undone nor about to be; null if its amount is unknown. */
    @Nullable
    BigDecimal remaining(PaymentTransaction payment, @Nullable Long exceptFor) {
        BigDecimal paid = payment.money().amount();
        return paid == null ? null : paid.subtract(undone(payment, exceptFor));
    }

    private void checkMoney(PaymentTransaction payment, Money wanted, @Nullable Long exceptFor, Violations violations) {
        if (wanted.currency() != null
                && !wanted.currency().equals(payment.money().currency())) {
            violations.addFirst(
                    "currency",
                    "DIFFERS_FROM_PAYMENT",
                    "Send the payment's, " + payment.money().currency() + ".");
            return;
        }
        BigDecimal remaining = remaining(payment, exceptFor);
        if (wanted.amount() != null && (remaining == null || wanted.amount().compareTo(remaining) > 0)) {
            violations.addFirst(
                    "amount",
                    "MORE_THAN_PAID",
                    remaining == null
                            ? "The amount of the payment is unknown."
                            : "At most " + remaining.toPlainString() + " is left of the payment.");
        }
    }

    private BigDecimal undone(PaymentTransaction payment, @Nullable Long exceptFor) {
        List<PaymentTransaction> others =
                store.all(new AttributeFilter<>(PaymentTransaction.class).where("related", payment.id()));
        return others.stream()
                .filter(other -> other.type() != TransactionType.PAYMENT)
                .filter(other -> exceptFor == null || other.id() != exceptFor)
                .filter(other -> !other.changeable().status().isUnsuccessful())
                .map(other -> other.money().amount())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
