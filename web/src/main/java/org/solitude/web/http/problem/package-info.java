/**
 * What went wrong, as RFC 9457 has it said. Resources and the domain throw; the mappers here are the only place that
 * turns an exception into a response, decides what a client may read of it, and logs it: what the client did wrong at
 * debug, what we did wrong as an error.
 */
@NullMarked
package org.solitude.web.http.problem;

import org.jspecify.annotations.NullMarked;
