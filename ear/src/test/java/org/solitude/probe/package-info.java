/**
 * Resources that live only in the tests' copy of the EAR: each does one thing a resource may do to a response, to a
 * transaction or to time. They know nothing of delay, which is the point.
 */
@NullMarked
package org.solitude.probe;

import org.jspecify.annotations.NullMarked;
