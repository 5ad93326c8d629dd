/** Products over HTTP. */
@NullMarked
package org.solitude.web.api.product;

import org.jspecify.annotations.NullMarked;
