package org.solitude.provider;

/**
 * What names a call to a provider, at each attempt the same.
 *
 * @param origin a task's uuid, or the key of a client's call
 * @param task whether it is a task's
 * @param number of the call within its origin, from 1
 */
public record ProviderCallKey(String origin, boolean task, int number) {

    /** The {@code Idempotency-Key}: a provider that honours it does the same thing once. */
    String key() {
        return origin + "-" + number;
    }
}
