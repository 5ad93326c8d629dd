/**
 * The life of a delayed request: accepted, announced, replayed, answered, and looked up.
 *
 * <p>The {@link org.solitude.delay.DelayedTask} row is the truth. Everything else here (the message that wakes a
 * replay, the ids a node keeps in memory) may be lost at any instant without losing a request, because the
 * {@link org.solitude.delay.LostMessageRecovery} finds the row again.
 *
 * <p>This package knows no JAX-RS, no JMS and no RESTEasy. What it needs of them it says as a port
 * ({@link org.solitude.delay.TaskDispatcher}, {@link org.solitude.delay.RequestReplayer},
 * {@link org.solitude.delay.TaskRepository}); adapters live in {@code .jms}, {@code .jpa} and in the web module.
 */
@NullMarked
package org.solitude.delay;

import org.jspecify.annotations.NullMarked;
