package org.solitude.web.http.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;

/**
 * The fields of a JSON object that a client sent. A form reads each field it knows, giving the value that holds where
 * the client said nothing: the default for POST and PUT, the present value for PATCH. What is wrong is gathered, and
 * {@link #finish} reports all of it at once, with the fields nobody asked for.
 *
 * <pre>
 * new SellerDraft(fields.text("uuid", base.uuid()), fields.flag("active", base.active()))
 * </pre>
 */
public class JsonFields {

    /** As long as a text may be, in code points; a column must hold twice as many UTF-16 units. */
    public static final int MAX_TEXT_LENGTH = 255;

    private static final int MAX_URI_LENGTH = 2_000;

    private final Map<String, JsonValue> given;
    private final Set<String> known = new HashSet<>();
    private final Violations violations;

    JsonFields(Map<String, JsonValue> given, Violations violations) {
        this.given = given;
        this.violations = violations;
    }

    /** What is wrong so far; rules of the domain add to it. */
    public Violations violations() {
        return violations;
    }

    /** Whether the client sent this field, be it as null. */
    public boolean has(String field) {
        known.add(field);
        return given.containsKey(field);
    }

    /** A text of up to {@link #MAX_TEXT_LENGTH} characters; the client may take it back with null. */
    public @Nullable String text(String field, @Nullable String base) {
        return text(field, base, MAX_TEXT_LENGTH);
    }

    /** A text of up to {@code longest} characters; the client may take it back with null. */
    public @Nullable String text(String field, @Nullable String base, int longest) {
        if (!has(field)) {
            return base;
        }
        JsonValue value = given.get(field);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonString string)) {
            violations.addFirst(field, "WRONG_TYPE", "Send a string or null.");
            return base;
        }
        StorableText.check(field, string.getString(), longest, violations);
        return string.getString();
    }

    /** True or false; null is neither. */
    public boolean flag(String field, boolean base) {
        if (!has(field)) {
            return base;
        }
        JsonValue value = given.get(field);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            violations.addFirst(field, "WRONG_TYPE", "Send true or false.");
            return base;
        }
        return value == JsonValue.TRUE;
    }

    /** A whole number; null is none. */
    public int integer(String field, int base) {
        if (!has(field)) {
            return base;
        }
        try {
            if (given.get(field) instanceof JsonNumber number) {
                return number.intValueExact();
            }
        } catch (ArithmeticException outOfRange) {
            // falls through: said below like any other value that is no int
        }
        violations.addFirst(field, "WRONG_TYPE", "Send a whole number.");
        return base;
    }

    /**
     * The key of the record that a URI names.
     *
     * @param key finds the key in the URI; throws {@link IllegalArgumentException} for one that is none of its noun's
     */
    public @Nullable Long reference(String field, @Nullable Long base, ToLongFunction<String> key) {
        if (!has(field)) {
            return base;
        }
        String uri = text(field, null, MAX_URI_LENGTH);
        try {
            return uri == null ? null : (Long) key.applyAsLong(uri);
        } catch (IllegalArgumentException otherUri) {
            violations.addFirst(field, "INVALID_URI", "Send the resource_uri of a record of the right kind.");
            return base;
        }
    }

    /** These fields are ours: a client that sends one of them is told so. */
    public void refuse(String... fields) {
        for (String field : fields) {
            if (has(field)) {
                violations.addFirst(field, "CANNOT_ALTER", "This field cannot be set by a client.");
            }
        }
    }

    /** The fields that every record has and no client sets. */
    public void refuseServerFields() {
        refuse("resource_pk", "resource_uri", "created", "modified", "counter");
    }

    /** The form has read all it knows: throws if anything was wrong. */
    public void finish() {
        given.keySet().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> violations.addFirst(field, "UNKNOWN_FIELD", "This resource has no such field."));
        violations.throwIfAny();
    }
}
