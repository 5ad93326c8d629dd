package org.solitude.paymenttransaction;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which currencies of ISO 4217 are in use. The JDK also knows withdrawn ones (DEM) and does not mark them. So a
 * currency is in use if it is that of a country now, by the JDK's data, which have the moment of each changeover. Updates
 * of the JDK, or its system property {@code java.util.currency.data}, keep them current; a currency that is new is known
 * after the next start. What ISO 4217 lists beside the main currency of a country is added by name.
 */
final class CurrentCurrencies {

    private static final Set<String> BESIDE_ANOTHER =
            Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "VED");

    private static final Map<Currency, List<Locale>> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(country -> new Locale("", country))
            .filter(country -> Currency.getInstance(country) != null)
            .collect(Collectors.groupingBy(Currency::getInstance));

    private CurrentCurrencies() {}

    /** Returns whether a currency is in use now. */
    static boolean contain(Currency currency) {
        return BESIDE_ANOTHER.contains(currency.getCurrencyCode())
                || COUNTRIES.getOrDefault(currency, List.of()).stream()
                        .anyMatch(country -> currency.equals(Currency.getInstance(country)));
    }
}
