package org.solitude.task.dispatch;

import java.time.Instant;

/**
 * A message without a task, sent down the line of one priority. When it comes out, whatever was announced in that
 * priority well before {@code sent} has come out too, or was lost.
 */
public record QueueProbe(int priority, Instant sentAt) {}
