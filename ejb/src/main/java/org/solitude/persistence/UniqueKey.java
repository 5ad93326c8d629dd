package org.solitude.persistence;

import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violations;

/**
 * A value that only one record may have. It is asked for before a write, because that gives the better answer; the
 * database's constraint decides when two requests race, and then the answer is the same.
 *
 * @param constraint the database's name for it
 * @param field the client's name for the value
 */
public record UniqueKey(String constraint, String field, String code, String message) {

    /** What to tell the one who came second. */
    public InvalidFieldsException violation() {
        return new InvalidFieldsException(field, code, message);
    }

    /** As {@link #violation}, together with what else is wrong. */
    public void addTo(Violations violations) {
        violations.addFirst(field, code, message);
    }

    boolean isViolatedBy(Throwable failure) {
        return new UniqueConstraint(constraint).isViolatedBy(failure);
    }
}
