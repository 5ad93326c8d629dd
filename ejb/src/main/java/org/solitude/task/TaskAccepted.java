package org.solitude.task;

/**
 * A request has become a task. Fired inside the transaction that keeps it, so that what belongs to a wish is kept with it
 * or not at all.
 *
 * @param task as it is kept, with its id
 */
public record TaskAccepted(DelayedTask task, TaskOptions options) {}
