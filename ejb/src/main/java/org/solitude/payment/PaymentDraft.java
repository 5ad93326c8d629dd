package org.solitude.payment;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.validation.Violations;

/**
 * A payment that a client requests.
 *
 * @param transaction the payment transaction to create
 * @param product the provider's id of the product, null if it has none
 */
public record PaymentDraft(
        PaymentTransactionDraft transaction, @Nullable String product) {

    /** Adds the violations of this draft. Unlike a transaction, a payment needs its amount from the beginning. */
    public void check(Violations violations) {
        transaction.check(violations);
        if (transaction.changes().money().amount() == null) {
            violations.required("amount");
        }
        if (transaction.changes().money().currency() == null) {
            violations.required("currency");
        }
    }

    /**
     * Returns the request as one text: equal texts are equal requests. It is the JSON of what the client may send, so no
     * value can look like another field. A keyed hash of it is stored with the call, so its form must not change; a new
     * field goes to the end, and only where it was sent.
     */
    String canonicalText() {
        PaymentTransactionDraft.Changeable changes = transaction.changes();
        JsonObjectBuilder fields = Json.createObjectBuilder();
        add(fields, "uuid", transaction.uuid());
        add(fields, "seller_product", transaction.product());
        add(fields, "buyer", transaction.buyer());
        add(fields, "provider", transaction.provider());
        add(fields, "source", transaction.source());
        add(fields, "carrier", transaction.carrier());
        add(fields, "region", transaction.region());
        add(fields, "amount", changes.money().text());
        add(fields, "currency", changes.money().currency());
        add(fields, "notes", changes.notes());
        add(fields, "product", product);
        return fields.build().toString();
    }

    private static void add(JsonObjectBuilder fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.add(name, value.toString());
        }
    }

    /**
     * Returns the text whose hash was stored before {@link #canonicalText}. A client that repeats its key after the
     * upgrade must not be taken for one that sends another payment.
     */
    String earlierCanonicalText() {
        PaymentTransactionDraft.Changeable changes = transaction.changes();
        return ("TransactionDraft[uuid=%s, product=%s, buyer=%s, provider=%s, type=%s, related=%s, source=%s,"
                        + " carrier=%s, region=%s, changes=Changeable[money=Money[amount=%s, currency=%s], status=%s,"
                        + " statusReason=%s, uidPay=%s, uidSupport=%s, notes=%s]]%s")
                .formatted(
                        transaction.uuid(),
                        transaction.product(),
                        transaction.buyer(),
                        transaction.provider(),
                        transaction.type(),
                        transaction.related(),
                        transaction.source(),
                        transaction.carrier(),
                        transaction.region(),
                        changes.money().amount(),
                        changes.money().currency(),
                        changes.status(),
                        changes.statusReason(),
                        changes.uidPay(),
                        changes.uidSupport(),
                        changes.notes(),
                        product);
    }
}
