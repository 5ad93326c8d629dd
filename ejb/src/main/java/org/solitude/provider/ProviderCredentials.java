package org.solitude.provider;

import org.jspecify.annotations.Nullable;

/**
 * The credentials we send to a provider. The text form hides them, so that logging a provider is safe.
 *
 * @param header the name of the header
 * @param value the whole value of the header, null if the provider needs none
 */
public record ProviderCredentials(String header, @Nullable String value) {

    @Override
    public String toString() {
        return value == null ? "none" : header + ": …";
    }
}
