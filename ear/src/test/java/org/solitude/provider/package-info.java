/** Payment providers: what reaches them, what comes back, and what becomes of a payment whatever dies. */
@NullMarked
package org.solitude.provider;

import org.jspecify.annotations.NullMarked;
