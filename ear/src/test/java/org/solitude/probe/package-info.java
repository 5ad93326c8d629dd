/**
 * Resources that only the tests' copy of the EAR contains. Each has one behaviour that a resource may have: a kind of
 * response, a transaction that fails, a call that blocks. They contain no code for asynchronous execution, because
 * ordinary resources contain none either.
 */
@NullMarked
package org.solitude.probe;

import org.jspecify.annotations.NullMarked;
