/**
 * Tests that each accepted write has its effect exactly once although the server is killed: eight connections write,
 * SIGKILL hits the server at random instants, and at the end every 202 is compared with its outcome.
 *
 * <p>{@link org.solitude.crash.CrashPlan} sets the number of kills and the seed,
 * {@link org.solitude.crash.ConcurrentWriters} writes, {@link org.solitude.crash.ServerKiller} kills,
 * {@link org.solitude.crash.WriteHistory} records the responses and {@link org.solitude.crash.PromiseCheck} compares
 * them with the outcomes. The checks read only what a client can read.
 */
@NullMarked
package org.solitude.crash;

import org.jspecify.annotations.NullMarked;
