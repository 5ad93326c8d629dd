/**
 * Delayed requests: tasks that are accepted now, run later, and polled for their response.
 *
 * <p>The subpackages are the stages of a task:
 *
 * <ol>
 *   <li>{@code submission} saves a request as a {@link org.solitude.task.DelayedTask}, within the limits of the
 *       backlog.
 *   <li>{@code ordering} blocks it while an earlier task with its ordering key has not ended.
 *   <li>{@code dispatch} sends its id to the message queue when it is due.
 *   <li>{@code execution} receives the message, replays the request and writes the outcome: completed or to be retried.
 *   <li>{@code cancellation} ends it before it has run, if its client asks for that.
 *   <li>{@code longpoll} wakes the clients that wait for its end.
 *   <li>{@code deadletter} publishes it if all attempts failed, and redrives it if an operator asks for that.
 *   <li>{@code recovery} dispatches it again if a message was lost.
 * </ol>
 *
 * <p>The {@link org.solitude.task.DelayedTask} row is the truth. A message, and what a node holds in memory, may be
 * lost at any time without losing a request, because {@link org.solitude.task.recovery.LostMessageRecovery} finds the
 * row.
 *
 * <p>Apart from the adapters {@code jms} and {@code jpa}, these packages use no JAX-RS, JMS, JPA queries or RESTEasy.
 * The ports are {@link org.solitude.task.TaskRepository}, {@link org.solitude.task.ordering.OrderingQueue}, {@link
 * org.solitude.task.dispatch.TaskDispatcher}, {@link org.solitude.task.execution.RequestReplayer}, {@link
 * org.solitude.task.execution.TaskLeases}, {@link org.solitude.task.longpoll.ClusterNotifier} and {@link
 * org.solitude.task.cancellation.NonTransactionalEffects}.
 */
@NullMarked
package org.solitude.task;

import org.jspecify.annotations.NullMarked;
