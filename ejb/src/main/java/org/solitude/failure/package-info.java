/** Tells failures apart: those of our own making, and those of what we stand on, which pass. */
@NullMarked
package org.solitude.failure;

import org.jspecify.annotations.NullMarked;
