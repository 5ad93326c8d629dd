/** Time and work in the background: the clock, HTTP dates, periodic tasks and threads that drain a queue. */
@NullMarked
package org.solitude.time;

import org.jspecify.annotations.NullMarked;
