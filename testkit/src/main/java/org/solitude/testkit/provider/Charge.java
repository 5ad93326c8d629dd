package org.solitude.testkit.provider;

import java.math.BigDecimal;

/**
 * A charge of a payment.
 *
 * @param key the {@code Idempotency-Key} of the request; empty if it had none
 * @param uuid the client's id of the payment
 * @param transaction the provider's URI of the payment
 */
public record Charge(String key, String uuid, String transaction, BigDecimal amount, String currency) {}
