package org.solitude.product;

import org.jspecify.annotations.Nullable;

/**
 * A requested change of a secret. Secrets can be written but not read.
 *
 * @param requested false to leave the secret unchanged
 * @param secret the new secret, null to remove it
 */
public record SecretChange(boolean requested, @Nullable String secret) {

    public static final SecretChange NONE = new SecretChange(false, null);

    public static SecretChange to(@Nullable String secret) {
        return new SecretChange(true, secret);
    }

    /** Hides the secret, because the text may reach a log. */
    @Override
    public String toString() {
        return requested ? "a change" : "no change";
    }
}
