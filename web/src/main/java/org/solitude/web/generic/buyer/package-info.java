/** Buyers over HTTP. */
@NullMarked
package org.solitude.web.generic.buyer;

import org.jspecify.annotations.NullMarked;
