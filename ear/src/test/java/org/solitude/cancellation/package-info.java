/** Tests the cancellation of tasks. */
@NullMarked
package org.solitude.cancellation;

import org.jspecify.annotations.NullMarked;
