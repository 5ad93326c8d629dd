package org.solitude.paymenttransaction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * All values of a transaction that a client can set. A create starts from {@link #BLANK}, a PATCH from the present
 * transaction.
 *
 * @param uuid null to have the server choose one
 * @param product the primary key of the product
 * @param buyer the primary key of the buyer
 * @param related the primary key of the transaction that this one refunds or reverses
 * @param changes the values that can change later
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

    /** The default values. */
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

    /** Adds the violations of a new transaction that a client records, without asking a provider to charge. */
    public void checkRecord(Violations violations) {
        check(violations);
        ChangeRules.ofNew(this).checkProvidersWord(BLANK.changes(), changes, violations);
    }

    /** Adds the violations of a new transaction. */
    public void check(Violations violations) {
        if (product == null) {
            violations.required("seller_product");
        }
        if (uuid != null && uuid.isEmpty()) {
            violations.required("uuid");
        }
    }

    /** The values that can change after creation. */
    public record Changeable(
            Money money,
            TransactionStatus status,
            @Nullable String statusReason,
            @Nullable String uidPay,
            @Nullable String uidSupport,
            @Nullable String notes) {

        /** Adds the violations of a change. A final status cannot be left, and fixes the money and the uids. */
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

        /** Returns each value as text, by its name in the API. */
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
