/**
 * Problem documents (RFC 9457). Resources and the domain throw; only the mappers here turn an exception into a
 * response, decide what a client may read of it, and log it: a client's error at debug, a server's error as an error.
 */
@NullMarked
package org.solitude.web.http.problem;

import org.jspecify.annotations.NullMarked;
