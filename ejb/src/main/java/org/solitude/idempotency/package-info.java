/**
 * Makes a write with an {@code Idempotency-Key} happen once, however often its client sends it: the first response, or
 * the task it became, is stored with the key and returned again.
 *
 * <p>ADR 7 in docs/adr says why a synchronous write claims its key before it runs, and what a claim costs.
 */
@NullMarked
package org.solitude.idempotency;

import org.jspecify.annotations.NullMarked;
