package org.solitude.payment;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solitude.payment.contradiction.ContradictionKind;
import org.solitude.paymenttransaction.Money;

/**
 * The amount and the currency of a payment as its provider reports them. What is not reported, or null, differs from
 * nothing; what cannot be read differs from everything.
 */
record ReportedMoney(@Nullable JsonValue amount, @Nullable JsonValue currency) {

    static final ReportedMoney NONE = new ReportedMoney(null, null);

    /** Bounded, because comparing a number like 1e999999999 would take all memory. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    static ReportedMoney of(JsonObject payment) {
        return new ReportedMoney(payment.get("amount"), payment.get("currency"));
    }

    /** Returns how this differs from our money, empty if it does not. Amounts are compared as decimals: 5 is 5.00. */
    Optional<Mismatch> differenceTo(Money ours) {
        String ourText = ours.text() + " " + ours.currency();
        if (!isAbsent(amount) && !isAmount(ours.amount())) {
            return Optional.of(new Mismatch(ContradictionKind.AMOUNT, ourText, text(amount)));
        }
        return isAbsent(currency) || text(currency).equalsIgnoreCase(ours.currency())
                ? Optional.empty()
                : Optional.of(new Mismatch(ContradictionKind.CURRENCY, ourText, text(currency)));
    }

    private boolean isAmount(@Nullable BigDecimal ours) {
        String text = text(amount);
        return ours != null && DECIMAL.matcher(text).matches() && new BigDecimal(text).compareTo(ours) == 0;
    }

    private static boolean isAbsent(@Nullable JsonValue value) {
        return value == null || value == JsonValue.NULL;
    }

    private static String text(@Nullable JsonValue value) {
        return PaymentUpdate.singleLine(
                value instanceof JsonString string ? string.getString() : String.valueOf(value));
    }
}
