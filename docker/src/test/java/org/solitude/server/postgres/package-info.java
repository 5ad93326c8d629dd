/** Tests the PostgreSQL of the run command: real binaries, real kills. */
@NullMarked
package org.solitude.server.postgres;

import org.jspecify.annotations.NullMarked;
