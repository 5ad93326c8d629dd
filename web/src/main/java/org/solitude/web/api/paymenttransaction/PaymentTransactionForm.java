package org.solitude.web.api.paymenttransaction;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.ChangeRules;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.paymenttransaction.TransactionType;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.json.JsonFields;

/** Reads the fields of a new transaction and of a change. */
class PaymentTransactionForm {

    private static final int MAX_NOTES_LENGTH = 4_000;

    private PaymentTransactionForm() {}

    /** Reads the draft of a new transaction. */
    static PaymentTransactionDraft read(JsonFields fields) {
        PaymentTransactionDraft base = PaymentTransactionDraft.BLANK;
        PaymentTransactionDraft draft = new PaymentTransactionDraft(
                fields.text("uuid", base.uuid()),
                fields.reference("seller_product", base.product(), ResourceUris.PRODUCT::keyIn),
                fields.reference("buyer", base.buyer(), ResourceUris.BUYER::keyIn),
                fields.text("provider", base.provider()),
                choice(fields, "type", base.type(), base.type().code(), TransactionType::of),
                fields.reference("related", base.related(), ResourceUris.TRANSACTION::keyIn),
                fields.text("source", base.source()),
                fields.text("carrier", base.carrier()),
                fields.text("region", base.region()),
                changes(fields, base.changes(), status(fields, base.changes()), fields.text("status_reason", null)));
        fields.refuseServerFields();
        fields.refuse("seller", "relations");
        draft.checkRecord(fields.violations());
        fields.finish();
        return draft;
    }

    /** Reads a change of a transaction; a field that was not sent has its value in {@code present}. */
    static Changeable readChange(JsonFields fields, Changeable present, ChangeRules rules) {
        TransactionStatus status = status(fields, present);
        Changeable changed = changes(fields, present, status, reason(fields, present, status));
        fields.refuseServerFields();
        fields.refuse("uuid", "seller_product", "seller", "buyer", "provider", "type", "related", "relations");
        fields.refuse("source", "carrier", "region");
        rules.check(present, changed, fields.violations());
        fields.finish();
        return changed;
    }

    private static Changeable changes(
            JsonFields fields, Changeable base, TransactionStatus status, @Nullable String reason) {
        return new Changeable(
                money(fields, base.money()),
                status,
                reason,
                fields.text("uid_pay", base.uidPay()),
                fields.text("uid_support", base.uidSupport()),
                fields.text("notes", base.notes(), MAX_NOTES_LENGTH));
    }

    /** Reads money. What does not change is not checked again: its currency may have been withdrawn since. */
    private static Money money(JsonFields fields, Money base) {
        String amount = fields.text("amount", base.text());
        String currency = fields.text("currency", base.currency());
        boolean unchanged = Objects.equals(amount, base.text()) && Objects.equals(currency, base.currency());
        return unchanged ? base : Money.of(amount, currency, fields.violations());
    }

    private static TransactionStatus status(JsonFields fields, Changeable base) {
        return choice(fields, "status", base.status(), base.status().code(), TransactionStatus::of);
    }

    /** Reads the reason of the status: it is sent with a new status, and the next new status removes it. */
    private static @Nullable String reason(JsonFields fields, Changeable present, TransactionStatus status) {
        if (status == present.status()) {
            fields.refuse("status_reason");
        }
        String reason = fields.text("status_reason", null);
        return status == present.status() ? present.statusReason() : reason;
    }

    private static <T> T choice(JsonFields fields, String field, T base, int baseCode, IntFunction<Optional<T>> of) {
        return of.apply(fields.integer(field, baseCode)).orElseGet(() -> {
            fields.violations().addFirst(field, "INVALID_CHOICE", "There is no such " + field + ".");
            return base;
        });
    }
}
