/** Payments, refunds and reversals. Because money moves, little of them can change, and every change is logged. */
@NullMarked
package org.solitude.paymenttransaction;

import org.jspecify.annotations.NullMarked;
