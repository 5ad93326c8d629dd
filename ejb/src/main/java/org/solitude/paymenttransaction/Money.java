package org.solitude.paymenttransaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * An amount in a currency, with the digits that the currency has. The amount may be unknown until later; an amount
 * without a currency is none.
 */
public record Money(@Nullable BigDecimal amount, @Nullable String currency) {

    /** Nothing is known yet. */
    public static final Money UNKNOWN = new Money(null, null);

    /** What the database's column holds: 15 digits before the point, and 4 after it, the most that ISO 4217 has. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,20})?");

    /** The money that the texts say; what is wrong with them is added to the violations. */
    public static Money of(@Nullable String amount, @Nullable String currency, Violations violations) {
        if (currency == null) {
            if (amount != null) {
                violations.required("currency");
            }
            return UNKNOWN;
        }
        int digits = digits(currency);
        if (digits < 0) {
            violations.addFirst("currency", "CURRENCY_UNKNOWN", "Send a currency of ISO 4217, like EUR.");
            return UNKNOWN;
        }
        return new Money(amount == null ? null : amount(amount, digits, currency, violations), currency);
    }

    private static @Nullable BigDecimal amount(String text, int digits, String currency, Violations violations) {
        if (!DECIMAL.matcher(text).matches()) {
            violations.addFirst("amount", "AMOUNT_INVALID", "Send a decimal number like 5.00, up to 15 digits long.");
            return null;
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() <= 0) {
            violations.addFirst("amount", "AMOUNT_NOT_POSITIVE", "Send an amount greater than zero.");
            return null;
        }
        try {
            return amount.setScale(digits, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            violations.addFirst("amount", "AMOUNT_TOO_FINE", currency + " has " + digits + " digits after the point.");
            return null;
        }
    }

    /** As many as the currency has after the point; negative where it is no currency to pay in. */
    private static int digits(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }

    /** The money in a row, where every amount has four digits after the point. */
    static Money scaled(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null
                ? new Money(null, currency)
                : new Money(
                        amount.setScale(digits(Objects.requireNonNull(currency)), RoundingMode.UNNECESSARY), currency);
    }

    /** The amount as clients see it, null where it is not known. */
    public @Nullable String text() {
        return amount == null ? null : amount.toPlainString();
    }
}
