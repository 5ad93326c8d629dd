package org.solitude.product;

import org.jspecify.annotations.Nullable;

/**
 * What a request wants to become of a secret, which it cannot see.
 *
 * @param asked false to leave the secret as it is
 * @param secret the secret from now on, null for none
 */
public record SecretChange(boolean requested, @Nullable String secret) {

    public static final SecretChange NONE = new SecretChange(false, null);

    public static SecretChange to(@Nullable String secret) {
        return new SecretChange(true, secret);
    }

    /** Never the secret: this may end up in a log. */
    @Override
    public String toString() {
        return requested ? "a change" : "no change";
    }
}
