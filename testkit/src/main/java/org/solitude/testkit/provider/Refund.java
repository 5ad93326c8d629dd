package org.solitude.testkit.provider;

import java.math.BigDecimal;

/**
 * A refund of a charge.
 *
 * @param key the {@code Idempotency-Key} of the request; empty if it had none
 * @param uuid the client's id of the refund
 * @param payment the client's id of the payment
 */
public record Refund(String key, String uuid, String payment, BigDecimal amount, String currency) {}
