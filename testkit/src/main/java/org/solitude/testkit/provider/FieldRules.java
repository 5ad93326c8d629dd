package org.solitude.testkit.provider;

import jakarta.json.JsonObject;
import java.math.BigDecimal;

/** Validates the required fields of a request; ignores others. Refuses an invalid one with 422. */
final class FieldRules {
    private static final int UNPROCESSABLE = 422;

    private FieldRules() {}

    static String text(JsonObject document, String field) {
        String value = document.getString(field, "");
        if (value.isEmpty()) {
            throw new RefusedException(UNPROCESSABLE, field + " is required, as a string");
        }
        return value;
    }

    static BigDecimal amount(JsonObject document, String field) {
        String value = text(document, field);
        if (!value.matches("[0-9]{1,12}(\\.[0-9]{1,4})?") || new BigDecimal(value).signum() == 0) {
            throw new RefusedException(UNPROCESSABLE, field + " must be a positive decimal in a string");
        }
        return new BigDecimal(value);
    }

    static String reference(JsonObject document, String field, InMemoryCollection collection) {
        String uri = text(document, field);
        if (!collection.has(uri)) {
            throw new RefusedException(UNPROCESSABLE, field + " is not the resource_uri of an existing record");
        }
        return uri;
    }
}
