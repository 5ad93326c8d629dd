package org.solitude.payment;

import org.solitude.payment.contradiction.ContradictionKind;

/**
 * Why our transaction cannot take what its provider reports.
 *
 * @param ours what our books say, in words
 * @param theirs what the provider says, in words; not for the log
 */
record Mismatch(ContradictionKind kind, String ours, String theirs) {}
