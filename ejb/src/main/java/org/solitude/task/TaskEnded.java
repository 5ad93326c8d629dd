package org.solitude.task;

/**
 * Fired when a task ends: done, dead, cancelled or expired.
 *
 * <p>It is fired inside the transaction that ends the task, so that what follows from the end (a webhook, the next task
 * in order) is saved together with it. An observer {@code during AFTER_SUCCESS} receives it after commit.
 *
 * @param task the ended task, managed by that transaction
 */
public record TaskEnded(DelayedTask task) {}
