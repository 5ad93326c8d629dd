package org.solitude.provider;

import org.jspecify.annotations.Nullable;

/**
 * What we show to a provider. It has no words: whoever logs a provider does not log its secret.
 *
 * @param header the header it stands in
 * @param value the header's whole value, null where the provider asks for none
 */
public record ProviderCredentials(String header, @Nullable String value) {

    @Override
    public String toString() {
        return value == null ? "none" : header + ": …";
    }
}
