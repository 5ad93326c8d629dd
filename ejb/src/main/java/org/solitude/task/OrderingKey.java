package org.solitude.task;

/**
 * Identifies tasks that run one after another: those of one owner with one key.
 *
 * @param owner the owner of the tasks
 * @param key the value of {@code Solitude-Ordering-Key}
 */
public record OrderingKey(String owner, String key) {}
