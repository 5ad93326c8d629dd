/**
 * Exactly once, by violence: writes from eight connections, SIGKILL at random instants, and at the end every 202 the
 * server ever gave is held against it.
 *
 * <p>{@link org.solitude.violence.CrashPlan} says how hard, {@link org.solitude.violence.ConcurrentWriters} write,
 * {@link org.solitude.violence.ServerKiller} kills, {@link org.solitude.violence.WriteHistory} remembers what was promised and
 * {@link org.solitude.violence.PromiseCheck} compares it with what became of it. Nothing here looks into the server: what a
 * client cannot see is not a promise.
 */
@NullMarked
package org.solitude.violence;

import org.jspecify.annotations.NullMarked;
