/** Waiting on somebody slow costs a thread, never a database connection, and nobody else's time. */
@NullMarked
package org.solitude.load;

import org.jspecify.annotations.NullMarked;
