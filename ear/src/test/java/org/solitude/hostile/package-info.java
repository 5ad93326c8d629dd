/** Requests made to do harm: none may cost more than a clear refusal. */
@NullMarked
package org.solitude.hostile;

import org.jspecify.annotations.NullMarked;
