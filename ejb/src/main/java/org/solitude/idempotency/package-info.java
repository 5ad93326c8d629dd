/**
 * A write with an {@code Idempotency-Key} happens once, however often its client sends it: the first answer, a task or a
 * response, is kept under the key and given again.
 *
 * <p>docs/adr tells why a key is claimed before a write that is not delayed runs, and what a claim costs.
 */
@NullMarked
package org.solitude.idempotency;

import org.jspecify.annotations.NullMarked;
