/** Sellers over HTTP. */
@NullMarked
package org.solitude.web.api.seller;

import org.jspecify.annotations.NullMarked;
