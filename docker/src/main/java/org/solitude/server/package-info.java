/**
 * Prepares, starts and stops a Solitude server: a WildFly home, a base directory prepared by {@code solitude.cli},
 * and a process that can be awaited, terminated or killed.
 *
 * <p>The run command and all tests that need a server use this package, so that the tests run what operators run.
 */
@NullMarked
package org.solitude.server;

import org.jspecify.annotations.NullMarked;
