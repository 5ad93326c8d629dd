/**
 * Lets clients wait for the end of a task: long polling.
 *
 * <p>A waiting client is an entry in a map and a timer, never a thread, a transaction or a connection. Three things
 * wake it, each in case the one before fails: the end of the task on this node, the {@link
 * org.solitude.task.longpoll.ClusterNotifier notification of another node}, and the {@link
 * org.solitude.task.longpoll.TaskEndPoller poll of the rows} once a second.
 */
@NullMarked
package org.solitude.task.longpoll;

import org.jspecify.annotations.NullMarked;
