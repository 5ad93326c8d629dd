package org.solitude.testkit.provider;

import jakarta.json.JsonObject;
import java.math.BigDecimal;

/** What the provider demands of the fields it needs; it does not mind others. */
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
            throw new RefusedException(UNPROCESSABLE, field + " is a positive decimal in a string");
        }
        return new BigDecimal(value);
    }

    static String reference(JsonObject document, String field, InMemoryCollection shelf) {
        String uri = text(document, field);
        if (!shelf.has(uri)) {
            throw new RefusedException(UNPROCESSABLE, field + " is not the resource_uri of anything here");
        }
        return uri;
    }
}
