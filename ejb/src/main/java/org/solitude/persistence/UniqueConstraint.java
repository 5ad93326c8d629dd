package org.solitude.persistence;

import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Recognizes violations of a unique constraint of the database.
 *
 * @param name the constraint's name, in lower case
 */
public record UniqueConstraint(String name) {

    /** Returns whether this constraint caused the failure. */
    public boolean isViolatedBy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(ConstraintViolationException.class::isInstance)
                .map(cause -> ((ConstraintViolationException) cause).getConstraintName())
                // H2 appends the number of its index to the name
                .anyMatch(violated ->
                        violated != null && violated.toLowerCase(Locale.ROOT).contains(name));
    }
}
