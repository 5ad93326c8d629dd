/** Buyers and their PINs over HTTP. */
@NullMarked
package org.solitude.web.api.buyer;

import org.jspecify.annotations.NullMarked;
