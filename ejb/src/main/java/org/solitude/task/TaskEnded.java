package org.solitude.task;

/**
 * A task has reached an end, whichever: done, dead, cancelled or expired. Fired inside the transaction that ends it, so
 * that what must follow an end (a callback, the next task in order) is decided together with it; an observer {@code during
 * AFTER_SUCCESS} learns of it once it is certain.
 *
 * @param task as it ended, managed by the transaction that ends it
 */
public record TaskEnded(DelayedTask task) {}
