package org.solitude.task.dispatch;

import java.time.Instant;

/**
 * A message without a task, sent to the queue with one priority.
 *
 * <p>When it is received, every message of that priority that was sent well before {@code sentAt} has been received
 * too, or was lost.
 */
public record QueueProbe(int priority, Instant sentAt) {}
