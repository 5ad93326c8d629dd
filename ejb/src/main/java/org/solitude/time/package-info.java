/** The one clock of the application. */
@NullMarked
package org.solitude.time;

import org.jspecify.annotations.NullMarked;
