package org.solitude.web.http.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solitude.validation.Violations;
import org.solitude.web.http.ServerOrigin;

/**
 * The fields of a JSON object that a client sent. A form reads each field it knows and gives a base value for a field
 * that was not sent: the default for POST and PUT, the present value for PATCH. Violations are collected;
 * {@link #finish} reports all of them together, unknown fields included.
 *
 * <pre>
 * new SellerDraft(fields.text("uuid", base.uuid()), fields.flag("active", base.active()))
 * </pre>
 */
public class JsonFields {

    /** The maximum length of a text in code points; a column must hold twice as many UTF-16 units. */
    public static final int MAX_TEXT_LENGTH = 255;

    private static final int MAX_URI_LENGTH = 2_000;

    private final String body;
    private final Map<String, JsonValue> given;
    private final Set<String> known = new HashSet<>();
    private final Violations violations;
    private final ServerOrigin server;
    private @Nullable UnchangedFields unchanged;

    JsonFields(String body, Map<String, JsonValue> given, Violations violations, ServerOrigin server) {
        this.body = body;
        this.given = given;
        this.violations = violations;
        this.server = server;
    }

    /**
     * Sets the record that is to be changed: a field that is sent with the value it has there means "unchanged".
     *
     * @param document the record as clients see it
     */
    public JsonFields over(Object document) {
        unchanged = new UnchangedFields(document, body, server);
        return this;
    }

    /** Returns the violations found so far; the rules of the domain add theirs. */
    public Violations violations() {
        return violations;
    }

    /** Tells whether the client sent this field, with a value or as null. */
    public boolean has(String field) {
        known.add(field);
        return given.containsKey(field);
    }

    /** Tells whether the client sent this field with another value than the record {@linkplain #over has}. */
    public boolean changes(String field) {
        known.add(field);
        JsonValue value = given.get(field);
        return value != null && (unchanged == null || !unchanged.contain(field, value));
    }

    /** Returns the texts among these fields as they were sent, without reading them: nothing is checked. */
    public List<String> sentTexts(String... fields) {
        return Stream.of(fields)
                .map(given::get)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    /** Reads a text of up to {@link #MAX_TEXT_LENGTH} characters; null removes it. */
    public @Nullable String text(String field, @Nullable String base) {
        return text(field, base, MAX_TEXT_LENGTH);
    }

    /** Reads a text of up to {@code maxLength} characters; null removes it. */
    public @Nullable String text(String field, @Nullable String base, int maxLength) {
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
        StorableText.check(field, string.getString(), maxLength, violations);
        return string.getString();
    }

    /** Reads a flag: true or false, and not null. */
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

    /** Reads a whole number, which must not be null. */
    public int integer(String field, int base) {
        if (!has(field)) {
            return base;
        }
        try {
            if (given.get(field) instanceof JsonNumber number) {
                return number.intValueExact();
            }
        } catch (ArithmeticException outOfRange) {
            // falls through to the violation below
        }
        violations.addFirst(field, "WRONG_TYPE", "Send a whole number.");
        return base;
    }

    /**
     * Reads the URI of another record of this server, with or without scheme and host, and returns its key; null removes
     * it.
     *
     * @param key extracts the key from a path; throws {@link IllegalArgumentException} for the path of another resource
     *     type
     */
    public @Nullable Long reference(String field, @Nullable Long base, ToLongFunction<String> key) {
        if (!has(field)) {
            return base;
        }
        String uri = text(field, null, MAX_URI_LENGTH);
        try {
            return uri == null ? null : (Long) key.applyAsLong(server.pathIn(uri));
        } catch (IllegalArgumentException otherUri) {
            violations.addFirst(
                    field, "INVALID_URI", "Send the resource_uri of a record of the right kind, of this server.");
            return base;
        }
    }

    /** Reports a violation for each of these fields that the client {@linkplain #changes changes}. */
    public void refuse(String... fields) {
        for (String field : fields) {
            if (changes(field)) {
                violations.addFirst(
                        field,
                        "CANNOT_ALTER",
                        "Leave this field out, or send the value that it has; it cannot change.");
            }
        }
    }

    /** Refuses the fields that every record has and only the server sets. */
    public void refuseServerFields() {
        refuse("resource_pk", "resource_uri", "created", "modified", "counter");
    }

    /**
     * Ends reading: reports each field that was sent and not read as unknown.
     *
     * @throws InvalidFieldsException 422 where there is any violation
     */
    public void finish() {
        given.keySet().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> violations.addFirst(field, "UNKNOWN_FIELD", "This resource has no such field."));
        violations.throwIfAny();
    }
}
