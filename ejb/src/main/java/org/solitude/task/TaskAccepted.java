package org.solitude.task;

/**
 * Fired when a request has become a task.
 *
 * <p>It is fired inside the transaction that saves the task, so that what an option needs is saved with it or not at
 * all.
 *
 * @param task the saved task, with its id
 */
public record TaskAccepted(DelayedTask task, TaskOptions options) {}
