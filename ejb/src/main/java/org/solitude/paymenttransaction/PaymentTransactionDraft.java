package org.solitude.paymenttransaction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * All that a client may say of a transaction. A create starts from {@link #BLANK}, a PATCH from the transaction as it is.
 *
 * @param uuid null for one that we make
 * @param product the key of the seller's product
 * @param buyer the key of the buyer
 * @param related the key of the transaction that this one undoes
 * @param changes what may still change later
 */
public record PaymentTransactionDraft(
        @Nullable String uuid,
        @Nullable Long product,
        @Nullable Long buyer,
        @Nullable String provider,
        TransactionType type,
        @Nullable Long related,
        @Nullable String source,
        @Nullable String carrier,
        @Nullable String region,
        Changeable changes) {

    /** What holds for a transaction of which nothing was said. */
    public static final PaymentTransactionDraft BLANK = new PaymentTransactionDraft(
            null,
            null,
            null,
            null,
            TransactionType.PAYMENT,
            null,
            null,
            null,
            null,
            new Changeable(Money.UNKNOWN, TransactionStatus.PENDING, null, null, null, null));

    /** The rules of a new transaction. */
    public void check(Violations violations) {
        if (product == null) {
            violations.required("seller_product");
        }
        if (uuid != null && uuid.isEmpty()) {
            violations.required("uuid");
        }
    }

    /** What may change in a transaction's life. */
    public record Changeable(
            Money money,
            TransactionStatus status,
            @Nullable String statusReason,
            @Nullable String uidPay,
            @Nullable String uidSupport,
            @Nullable String notes) {

        /** The rules of a change: who has arrived stays there, with the money as it is. */
        public void checkAfter(Changeable before, Violations violations) {
            if (status != before.status && !before.status.canBecome(status)) {
                violations.addFirst(
                        "status",
                        "STATUS_MOVE_NOT_ALLOWED",
                        "A transaction of status " + before.status.code() + " cannot go to " + status.code() + ".");
            }
            if (before.status.isFinal()) {
                Map<String, @Nullable String> now = byField();
                Map<String, @Nullable String> then = before.byField();
                for (String field : new String[] {"amount", "currency", "uid_pay", "uid_support"}) {
                    if (!Objects.equals(now.get(field), then.get(field))) {
                        violations.addFirst(field, "CANNOT_ALTER", "The transaction has ended; its notes can change.");
                    }
                }
            }
        }

        /** Each value as text, by the name that clients know it by. */
        Map<String, @Nullable String> byField() {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            values.put("status", Integer.toString(status.code()));
            values.put("status_reason", statusReason);
            values.put("amount", money.text());
            values.put("currency", money.currency());
            values.put("uid_pay", uidPay);
            values.put("uid_support", uidSupport);
            values.put("notes", notes);
            return values;
        }
    }
}
