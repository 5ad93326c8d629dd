package org.solitude.web.api.provider;

import org.jspecify.annotations.Nullable;
import org.solitude.payment.PaymentDraft;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.paymenttransaction.TransactionType;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.json.JsonFields;

/** Reads the fields of a payment that a client sets; the provider sets the others. */
final class PaymentForm {

    private static final int MAX_NOTES_LENGTH = 4_000;
    private static final int MAX_URI_LENGTH = 2_000;

    private PaymentForm() {}

    static PaymentDraft read(String provider, JsonFields fields) {
        PaymentTransactionDraft transaction = new PaymentTransactionDraft(
                fields.text("uuid", null),
                fields.reference("seller_product", null, ResourceUris.PRODUCT::keyIn),
                fields.reference("buyer", null, ResourceUris.BUYER::keyIn),
                provider,
                TransactionType.PAYMENT,
                null,
                fields.text("source", null),
                fields.text("carrier", null),
                fields.text("region", null),
                received(fields));
        @Nullable String product = fields.text("product", null, MAX_URI_LENGTH);
        fields.refuseServerFields();
        fields.refuse("provider", "type", "related", "status", "status_reason");
        fields.refuse("seller", "relations", "uid_pay", "uid_support", "token");
        PaymentDraft draft = new PaymentDraft(transaction, product);
        draft.check(fields.violations());
        fields.finish();
        return draft;
    }

    private static Changeable received(JsonFields fields) {
        Money money = Money.of(fields.text("amount", null), fields.text("currency", null), fields.violations());
        return new Changeable(
                money, TransactionStatus.RECEIVED, null, null, null, fields.text("notes", null, MAX_NOTES_LENGTH));
    }
}
