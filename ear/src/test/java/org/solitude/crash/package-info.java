/**
 * Exactly once, by violence: writes from eight connections, SIGKILL at random instants, and at the end every 202 the
 * server ever gave is held against it.
 *
 * <p>{@link org.solitude.crash.CrashPlan} says how hard, {@link org.solitude.crash.ConcurrentWriters} write,
 * {@link org.solitude.crash.ServerKiller} kills, {@link org.solitude.crash.WriteHistory} remembers what was promised and
 * {@link org.solitude.crash.PromiseCheck} compares it with what became of it. Nothing here looks into the server: what a
 * client cannot see is not a promise.
 */
@NullMarked
package org.solitude.crash;

import org.jspecify.annotations.NullMarked;
