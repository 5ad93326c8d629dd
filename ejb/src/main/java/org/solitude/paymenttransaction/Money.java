package org.solitude.paymenttransaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * An amount in a currency, with the fraction digits of the currency. The amount may still be unknown; an amount needs a
 * currency.
 */
public record Money(@Nullable BigDecimal amount, @Nullable String currency) {

    /** Neither amount nor currency is known yet. */
    public static final Money UNKNOWN = new Money(null, null);

    /** The capacity of the database column: 15 digits before the point and 4 after it, the most that ISO 4217 has. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,20})?");

    /** Parses an amount and a currency and adds what is wrong with them to the violations. */
    public static Money of(@Nullable String amount, @Nullable String currency, Violations violations) {
        if (currency == null) {
            if (amount != null) {
                violations.required("currency");
            }
            return UNKNOWN;
        }
        Optional<Currency> known = find(currency);
        if (known.isEmpty()) {
            violations.addFirst("currency", "CURRENCY_UNKNOWN", "Send a currency of ISO 4217 in use, like EUR.");
            return UNKNOWN;
        }
        int digits = known.get().getDefaultFractionDigits();
        return new Money(amount == null ? null : amount(amount, digits, currency, violations), currency);
    }

    /** Finds a currency to pay in: one in use, and with digits, which precious metals and test codes do not have. */
    private static Optional<Currency> find(String code) {
        try {
            return Optional.of(Currency.getInstance(code))
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                    .filter(CurrentCurrencies::contain);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
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

    /**
     * Restores money from a row, where every amount has four fraction digits. The currency may have been withdrawn since.
     */
    static Money scaled(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null) {
            return new Money(null, currency);
        }
        int digits = Currency.getInstance(Objects.requireNonNull(currency)).getDefaultFractionDigits();
        return new Money(amount.setScale(digits, RoundingMode.UNNECESSARY), currency);
    }

    /** Returns the amount as clients see it, null if it is unknown. */
    public @Nullable String text() {
        return amount == null ? null : amount.toPlainString();
    }
}
