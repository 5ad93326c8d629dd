/** The one clock of the application, and dates as HTTP has them. */
@NullMarked
package org.solitude.time;

import org.jspecify.annotations.NullMarked;
