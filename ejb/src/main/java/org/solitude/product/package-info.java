/** What is sold. */
@NullMarked
package org.solitude.product;

import org.jspecify.annotations.NullMarked;
