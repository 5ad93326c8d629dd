package org.solitude.settings;

import org.jspecify.annotations.Nullable;

/**
 * One place where a setting is read.
 *
 * @param variable the environment variable, also where Java reads the property
 * @param defaultValue the default there; null where there is none, or it is computed
 * @param computed whether there is a default that only the running server knows
 * @param place where
 */
record SettingRead(String variable, @Nullable String defaultValue, boolean computed, Place place) {

    /** A reading without a default. */
    static SettingRead plain(String variable, Place place) {
        return new SettingRead(variable, null, false, place);
    }
}
