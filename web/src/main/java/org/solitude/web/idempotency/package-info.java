/** Reads {@code Idempotency-Key} and answers a repeated write with its first response. */
@NullMarked
package org.solitude.web.idempotency;

import org.jspecify.annotations.NullMarked;
