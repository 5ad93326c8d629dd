package org.solitude.settings;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The description of a setting, as it stands in the sources.
 *
 * @param variable the environment variable; {@code NAME} in it stands for the name of a provider
 * @param property the name in MicroProfile Config; null where only the environment is read
 * @param type what an operator writes
 * @param unit what a number counts, or nothing
 * @param range the values that make sense, or nothing
 * @param defaultText the default in words; null where it is the literal that the reader has
 * @param text what the setting does
 * @param place where the description stands
 */
record DescribedSetting(
        String variable,
        @Nullable String property,
        String type,
        String unit,
        String range,
        @Nullable String defaultText,
        String text,
        Place place) {

    private static final String NAME = "NAME";

    /** The environment variable of a property, by MicroProfile Config's rule. */
    static String variableOf(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Whether this variable is the setting's; {@code NAME} matches the name of any provider. */
    boolean isNamed(String other) {
        return variable.equals(other)
                || isPerProvider() && other.matches(Pattern.quote(variable).replace("_NAME_", "_\\E[A-Z0-9_]+\\Q_"));
    }

    /** Whether the setting's variable can begin like this. */
    boolean beginsWith(String prefix) {
        return variable.startsWith(prefix)
                || isPerProvider() && prefix.startsWith(variable.substring(0, variable.indexOf(NAME)));
    }

    private boolean isPerProvider() {
        return variable.contains("_" + NAME + "_");
    }
}
