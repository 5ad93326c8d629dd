/** Products that sellers sell. */
@NullMarked
package org.solitude.product;

import org.jspecify.annotations.NullMarked;
