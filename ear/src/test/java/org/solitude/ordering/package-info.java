/** Tests tasks with a {@code Solitude-Ordering-Key}. */
@NullMarked
package org.solitude.ordering;

import org.jspecify.annotations.NullMarked;
