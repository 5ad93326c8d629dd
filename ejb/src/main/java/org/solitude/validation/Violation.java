package org.solitude.validation;

/**
 * A rule that a value breaks.
 *
 * @param code for programs; it never changes
 * @param message for people; it may
 */
public record Violation(String code, String message) {}
