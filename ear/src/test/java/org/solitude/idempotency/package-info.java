/** Tests writes that are repeated with an {@code Idempotency-Key}. */
@NullMarked
package org.solitude.idempotency;

import org.jspecify.annotations.NullMarked;
