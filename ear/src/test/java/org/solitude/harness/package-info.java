/**
 * What the container tests stand on: the EAR that ships, on the real server, with a real database, started once.
 *
 * <p>A test class says {@link org.solitude.harness.UsesSharedServer} and talks HTTP; everything in here happens before its first
 * request. Nothing is hard-coded that another server on the same machine might hold, so several builds run side by side.
 */
@NullMarked
package org.solitude.harness;

import org.jspecify.annotations.NullMarked;
