package org.solitude.validation;

import java.io.Serial;
import java.util.List;
import java.util.Map;

/** A request breaks validation rules. The client receives a 422 with all violations by field. */
public class InvalidFieldsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Map<String, List<Violation>> byField;

    public InvalidFieldsException(Map<String, List<Violation>> byField) {
        super("invalid fields: " + byField.keySet());
        this.byField = byField;
    }

    /** Reports a violation of a single field. */
    public InvalidFieldsException(String field, String code, String message) {
        this(Map.of(field, List.of(new Violation(code, message))));
    }

    public Map<String, List<Violation>> byField() {
        return byField;
    }
}
