package org.solitude.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the violations of a request by field, so that the client learns all of them at once. */
public class Violations {

    /** The field name of a violation that concerns no single field. */
    public static final String ALL = "__all__";

    private final Map<String, List<Violation>> byField = new LinkedHashMap<>();

    public void add(String field, String code, String message) {
        byField.computeIfAbsent(field, f -> new ArrayList<>()).add(new Violation(code, message));
    }

    /** Adds a violation as {@link #add} does, unless the field already has one. */
    public void addFirst(String field, String code, String message) {
        if (!byField.containsKey(field)) {
            add(field, code, message);
        }
    }

    /** Adds a violation: the field must have a value. */
    public void required(String field) {
        addFirst(field, "FIELD_REQUIRED", "This field is required.");
    }

    /** Adds a violation: the field refers to a record that does not exist. */
    public void doesNotExist(String field) {
        addFirst(field, "DOES_NOT_EXIST", "There is nothing at this URI.");
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /**
     * Throws the collected violations, if there are any.
     *
     * @throws InvalidFieldsException with all violations
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new InvalidFieldsException(byField);
        }
    }
}
