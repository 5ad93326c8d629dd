/** Sellers over HTTP. */
@NullMarked
package org.solitude.web.generic.seller;

import org.jspecify.annotations.NullMarked;
