/**
 * A payment from end to end: our transaction, the provider's, and what makes the two agree whatever dies in between
 * (docs/payments.md has the states). A provider is asked to charge in one place only, {@link
 * org.solitude.payment.Payments}; notices and the reconciliation listen and ask, and never charge.
 */
@NullMarked
package org.solitude.payment;

import org.jspecify.annotations.NullMarked;
