/** A replay is the synchronous response, header by header and byte by byte; so what fails, fails the same way. */
@NullMarked
package org.solitude.replay;

import org.jspecify.annotations.NullMarked;
