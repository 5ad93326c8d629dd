/**
 * The server that runs Solitude, as a process: a WildFly home, a directory of its own prepared by {@code solitude.cli}, and
 * a running process that can be asked whether it is ready, told to stop, or killed.
 *
 * <p>The run command, the tests that need a real server and the kill harness all start it through this package, so that
 * what is tested is what runs.
 */
@NullMarked
package org.solitude.server;

import org.jspecify.annotations.NullMarked;
