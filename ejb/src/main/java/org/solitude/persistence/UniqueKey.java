package org.solitude.persistence;

import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violations;

/**
 * A value that only one row may have. A check before the write gives the better message; if two requests race, the
 * database's constraint decides, and the response is the same.
 *
 * @param constraint the name in the database
 * @param field the name of the value in the API
 */
public record UniqueKey(String constraint, String field, String code, String message) {

    /** Returns the error for the request that came second. */
    public InvalidFieldsException violation() {
        return new InvalidFieldsException(field, code, message);
    }

    /** Adds the error to other violations. */
    public void addTo(Violations violations) {
        violations.addFirst(field, code, message);
    }

    boolean isViolatedBy(Throwable failure) {
        return new UniqueConstraint(constraint).isViolatedBy(failure);
    }
}
