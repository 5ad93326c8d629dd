package org.solitude.provider;

/**
 * Identifies a call to a provider; the same in each attempt.
 *
 * @param origin the uuid of a task, or the key of a client's call
 * @param task whether the origin is a task
 * @param number of the call within its origin, from 1
 */
public record ProviderCallKey(String origin, boolean task, int number) {

    /** Returns the {@code Idempotency-Key}, by which the provider executes a repeated call once. */
    String key() {
        return origin + "-" + number;
    }
}
