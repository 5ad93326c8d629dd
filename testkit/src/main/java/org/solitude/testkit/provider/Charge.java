package org.solitude.testkit.provider;

import java.math.BigDecimal;

/**
 * Money that was taken.
 *
 * @param key the {@code Idempotency-Key} it was asked with; empty if there was none
 * @param uuid the client's own name of the payment
 * @param transaction the provider's URI of it
 */
public record Charge(String key, String uuid, String transaction, BigDecimal amount, String currency) {}
