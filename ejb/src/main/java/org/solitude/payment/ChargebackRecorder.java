package org.solitude.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.payment.contradiction.ContradictionKind;
import org.solitude.payment.contradiction.ContradictionService;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.paymenttransaction.PaymentTransactionService;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.paymenttransaction.TransactionType;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violations;

/**
 * Records chargebacks and disputes: a reversal that is related to its payment, pending while the dispute is open,
 * completed when the money is gone, failed when the payment stands. It is recorded even if it does not fit the payment,
 * because the money has moved; then it is raised as a contradiction as well.
 */
@ApplicationScoped
class ChargebackRecorder {

    @Inject
    private PaymentTransactionService paymentTransactions;

    @Inject
    private ContradictionService contradictions;

    /**
     * Finds the reversal that an event is about, or records it.
     *
     * @param payment locked
     * @param chargeback the provider's: its id, the amount and the currency (those of the payment where they are
     *     missing)
     * @throws InvalidFieldsException if the event has no id, or an amount that is none
     */
    PaymentTransaction findOrRecord(PaymentTransaction payment, JsonObject chargeback) {
        PaymentUpdate update = PaymentUpdate.of(chargeback);
        String theirs = payment.changeable().uidSupport();
        String uid = new ProviderRefunds(theirs == null ? payment.uuid() : theirs).uid("chargebacks", update.id());
        if (uid == null) {
            throw new InvalidFieldsException("data", "FIELD_REQUIRED", "Send the id of the chargeback.");
        }
        return paymentTransactions
                .findByUidSupport(payment.provider(), uid)
                .orElseGet(() -> record(payment, uid, money(payment, chargeback), chargeback));
    }

    private PaymentTransaction record(PaymentTransaction payment, String uid, Money money, JsonObject chargeback) {
        boolean fits = paymentTransactions.canBeUndone(payment, money);
        PaymentTransaction reversal = paymentTransactions.record(
                new PaymentTransactionDraft(
                        null,
                        payment.product(),
                        payment.buyer(),
                        payment.provider(),
                        TransactionType.REVERSAL,
                        payment.id(),
                        null,
                        null,
                        null,
                        new Changeable(money, TransactionStatus.PENDING, null, null, uid, null)),
                payment);
        if (!fits) {
            contradictions.raise(ContradictionKind.CHARGEBACK, payment, ours(payment), chargeback.toString());
        }
        return reversal;
    }

    private String ours(PaymentTransaction payment) {
        return "%s, %s %s paid, of which %s are neither refunded nor charged back"
                .formatted(
                        payment.changeable().status().word(),
                        payment.money().text(),
                        payment.money().currency(),
                        paymentTransactions.remaining(payment));
    }

    private static Money money(PaymentTransaction payment, JsonObject chargeback) {
        Violations violations = new Violations();
        Money money = Money.of(text(chargeback, "amount"), text(chargeback, "currency"), violations);
        if (!violations.isEmpty()) {
            throw new InvalidFieldsException("data", "AMOUNT_INVALID", "Send amount and currency as in the payment.");
        }
        return money.amount() == null ? payment.money() : money;
    }

    private static @Nullable String text(JsonObject json, String field) {
        return Optional.ofNullable(json.get(field)).map(PaymentUpdate::text).orElse(null);
    }
}
