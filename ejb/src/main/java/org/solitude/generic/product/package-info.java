/** What is sold. */
@NullMarked
package org.solitude.generic.product;

import org.jspecify.annotations.NullMarked;
