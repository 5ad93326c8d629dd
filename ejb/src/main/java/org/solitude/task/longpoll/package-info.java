/**
 * Clients that wait for the end of a task. A wait is an entry in a map and a timer, never a thread, a transaction or a
 * connection. Three things wake it, each for when the one before fails: the end itself, where it happened on this node;
 * {@link org.solitude.task.longpoll.ClusterNotifier word from another node}; and {@link org.solitude.task.longpoll.TaskEndPoller one
 * look a second} at all rows that are waited for.
 */
@NullMarked
package org.solitude.task.longpoll;

import org.jspecify.annotations.NullMarked;
