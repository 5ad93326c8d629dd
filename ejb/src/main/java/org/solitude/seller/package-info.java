/** Sellers: merchants who are paid. */
@NullMarked
package org.solitude.seller;

import org.jspecify.annotations.NullMarked;
