package org.solitude.validation;

/**
 * A validation rule that a value breaks.
 *
 * @param code for programs; it never changes
 * @param message for people; it may change
 */
public record Violation(String code, String message) {}
