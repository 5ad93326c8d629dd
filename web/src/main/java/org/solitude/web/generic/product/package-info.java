/** Products over HTTP. */
@NullMarked
package org.solitude.web.generic.product;

import org.jspecify.annotations.NullMarked;
