/** Requests made to do harm: none may cost more than a clear refusal. */
@NullMarked
package org.solitude.fuzz;

import org.jspecify.annotations.NullMarked;
