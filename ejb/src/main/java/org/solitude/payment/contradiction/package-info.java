/**
 * Contradictions between our payments and what their providers say. They move nothing; an operator settles each and
 * gives a reason. Without them, a provider's mistake would be a line in a log that nobody reads.
 */
@NullMarked
package org.solitude.payment.contradiction;

import org.jspecify.annotations.NullMarked;
