package org.solitude.task;

/**
 * Which tasks run one after another: those of one owner with one key.
 *
 * @param owner whose tasks
 * @param key as its {@code Solitude-Ordering-Key} gave it
 */
public record OrderingKey(String owner, String key) {}
