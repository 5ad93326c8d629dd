/**
 * The life of a delayed request: accepted, announced, replayed, answered, and looked up.
 *
 * <p>The {@link org.solitude.task.DelayedTask} row is the truth. Everything else here (the message that wakes a
 * replay, the ids a node keeps in memory) may be lost at any instant without losing a request, because the
 * {@link org.solitude.task.recovery.LostMessageRecovery} finds the row again.
 *
 * <p>This package knows no JAX-RS, no JMS and no RESTEasy. What it needs of them it says as a port
 * ({@link org.solitude.task.dispatch.TaskDispatcher}, {@link org.solitude.task.execution.RequestReplayer},
 * {@link org.solitude.task.TaskRepository}); adapters live in {@code .jms}, {@code .jpa} and in the web module.
 */
@NullMarked
package org.solitude.task;

import org.jspecify.annotations.NullMarked;
