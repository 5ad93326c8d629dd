package org.solitude.paymenttransaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violations;

/** Parsing and formatting of amounts by currency. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "5,EUR,5.00",
        "5.0,EUR,5.00",
        "0.62,GBP,0.62",
        "05.10,EUR,5.10",
        "5.00,JPY,5",
        "1.234,KWD,1.234",
        "0.0001,CLF,0.0001",
        "999999999999999.99,EUR,999999999999999.99",
        "1.10000000000000000000,EUR,1.10"
    })
    void amountHasTheFractionDigitsOfItsCurrency(String amount, String currency, String shown) {
        Violations violations = new Violations();
        assertThat(Money.of(amount, currency, violations).text()).isEqualTo(shown);
        assertThat(violations.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0,EUR,amount,AMOUNT_NOT_POSITIVE",
        "0.00,EUR,amount,AMOUNT_NOT_POSITIVE",
        "-5,EUR,amount,AMOUNT_NOT_POSITIVE",
        "5.001,EUR,amount,AMOUNT_TOO_FINE",
        "5.5,JPY,amount,AMOUNT_TOO_FINE",
        "1e3,EUR,amount,AMOUNT_INVALID",
        "'5,00',EUR,amount,AMOUNT_INVALID",
        "+5,EUR,amount,AMOUNT_INVALID",
        ".5,EUR,amount,AMOUNT_INVALID",
        "5.,EUR,amount,AMOUNT_INVALID",
        "' 5',EUR,amount,AMOUNT_INVALID",
        "'',EUR,amount,AMOUNT_INVALID",
        "٥,EUR,amount,AMOUNT_INVALID",
        "NaN,EUR,amount,AMOUNT_INVALID",
        "9999999999999999,EUR,amount,AMOUNT_INVALID",
        "5,eur,currency,CURRENCY_UNKNOWN",
        "5,EURO,currency,CURRENCY_UNKNOWN",
        "5,ZZZ,currency,CURRENCY_UNKNOWN",
        "5,XAU,currency,CURRENCY_UNKNOWN",
        "5,DEM,currency,CURRENCY_UNKNOWN",
        "5,HRK,currency,CURRENCY_UNKNOWN",
        "5,ZWD,currency,CURRENCY_UNKNOWN",
        "5,'',currency,CURRENCY_UNKNOWN",
        "5,,currency,FIELD_REQUIRED"
    })
    void invalidMoneyIsRefused(String amount, @Nullable String currency, String field, String code) {
        Violations violations = new Violations();
        Money.of(amount, currency, violations);
        InvalidFieldsException refused = catchThrowableOfType(InvalidFieldsException.class, violations::throwIfAny);
        assertThat(refused.byField()).containsOnlyKeys(field);
        assertThat(refused.byField().get(field)).extracting("code").containsExactly(code);
    }

    @Test
    void moneyInWithdrawnCurrencyIsRestored() {
        assertThat(Money.scaled(new BigDecimal("5.0000"), "DEM").text()).isEqualTo("5.00");
    }

    @Test
    void amountCanBeUnknown() {
        Violations violations = new Violations();
        assertThat(Money.of(null, null, violations)).isEqualTo(Money.UNKNOWN);
        assertThat(Money.of(null, "EUR", violations)).isEqualTo(new Money(null, "EUR"));
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void moneyIsRestoredFromTheDatabase() {
        assertThat(Money.scaled(new BigDecimal("5.0000"), "EUR")).isEqualTo(Money.of("5", "EUR", new Violations()));
        assertThat(Money.scaled(new BigDecimal("5.0000"), "JPY")).isEqualTo(Money.of("5", "JPY", new Violations()));
    }
}
