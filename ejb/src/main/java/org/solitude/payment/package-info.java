/**
 * Payments: our transaction, the provider's, and what makes them agree after any failure (docs/payments.md shows the
 * states). Only {@link org.solitude.payment.PaymentService} asks a provider to charge, and only {@link
 * org.solitude.payment.RefundService} to refund; events and the reconciliation never do.
 */
@NullMarked
package org.solitude.payment;

import org.jspecify.annotations.NullMarked;
