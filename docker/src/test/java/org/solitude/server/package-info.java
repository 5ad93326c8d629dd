/** Servers are prepared, started, stopped and killed for real; they listen at an offset of 1000 and above. */
@NullMarked
package org.solitude.server;

import org.jspecify.annotations.NullMarked;
