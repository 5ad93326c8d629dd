package org.solitude.web.api.provider;

import org.solitude.payment.RefundDraft;
import org.solitude.paymenttransaction.Money;
import org.solitude.web.http.json.JsonFields;

/** Reads the fields of a refund that a client sets; the payment and the provider set the others. */
final class RefundForm {

    private static final int MAX_NOTES_LENGTH = 4_000;

    private RefundForm() {}

    static RefundDraft read(String payment, JsonFields fields) {
        RefundDraft draft = new RefundDraft(
                payment,
                fields.text("uuid", null),
                Money.of(fields.text("amount", null), fields.text("currency", null), fields.violations()),
                fields.text("notes", null, MAX_NOTES_LENGTH));
        if ("".equals(draft.uuid())) {
            fields.violations().required("uuid");
        }
        fields.refuseServerFields();
        fields.refuse("provider", "type", "related", "status", "status_reason", "seller_product", "seller", "buyer");
        fields.refuse("relations", "uid_pay", "uid_support", "token", "source", "carrier", "region");
        fields.finish();
        return draft;
    }
}
