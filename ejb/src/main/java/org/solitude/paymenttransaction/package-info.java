/** A payment, or what undoes one: money that moves, so little of it may change, and every change is written down. */
@NullMarked
package org.solitude.paymenttransaction;

import org.jspecify.annotations.NullMarked;
