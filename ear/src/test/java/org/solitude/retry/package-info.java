/** Tests retries, dead letters and redriving. */
@NullMarked
package org.solitude.retry;

import org.jspecify.annotations.NullMarked;
