/**
 * Harness of the container tests: starts the EAR that ships once, on a real server with a real database.
 *
 * <p>A test class is annotated with {@link org.solitude.harness.UsesSharedServer} and sends HTTP requests; the server
 * is ready before its first request. Ports and directories are chosen at run time, so several builds run side by side.
 */
@NullMarked
package org.solitude.harness;

import org.jspecify.annotations.NullMarked;
