package org.solitude.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong with a request, field by field, so that the client learns all of it at once. */
public class Violations {

    /** Stands for the field where no single field is at fault. */
    public static final String ALL = "__all__";

    private final Map<String, List<Violation>> byField = new LinkedHashMap<>();

    public void add(String field, String code, String message) {
        byField.computeIfAbsent(field, f -> new ArrayList<>()).add(new Violation(code, message));
    }

    /** As {@link #add}, unless something else is already wrong with the field: one cause, one complaint. */
    public void addFirst(String field, String code, String message) {
        if (!byField.containsKey(field)) {
            add(field, code, message);
        }
    }

    /** The field must have a value and has none. */
    public void required(String field) {
        addFirst(field, "FIELD_REQUIRED", "This field is required.");
    }

    /** The field refers to a record that is not there. */
    public void doesNotExist(String field) {
        addFirst(field, "DOES_NOT_EXIST", "There is nothing at this URI.");
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** Ends the gathering. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new InvalidFieldsException(byField);
        }
    }
}
