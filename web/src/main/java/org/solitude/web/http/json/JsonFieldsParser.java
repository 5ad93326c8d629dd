package org.solitude.web.http.json;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.validation.Violations;
import org.solitude.web.http.ServerOrigin;

/**
 * Parses one JSON object, one level deep: no field of the API has an object or a list as its value. A nested value is
 * checked to be JSON but not stored, so that neither its size nor its depth costs memory.
 *
 * <p>Written by hand, because JSON-B reports one error at a time, in terms of classes, and drops duplicate keys
 * silently.
 */
class JsonFieldsParser {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 64;

    private final String text;
    private final ServerOrigin server;
    private final Map<String, JsonValue> fields = new LinkedHashMap<>();
    private final Violations violations = new Violations();

    JsonFieldsParser(String text, ServerOrigin server) {
        this.text = text;
        this.server = server;
    }

    JsonFields parse() {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
                throw new JsonParsingException("no object", parser.getLocation());
            }
            while (parser.hasNext() && parser.next() == Event.KEY_NAME) {
                String field = parser.getString();
                JsonValue value = value(field, parser);
                if (fields.putIfAbsent(field, value) != null) {
                    violations.addFirst(field, "DUPLICATE_FIELD", "Send this field once.");
                }
            }
            requireEnd(parser);
        }
        return new JsonFields(text, fields, violations, server);
    }

    private JsonValue value(String field, JsonParser parser) {
        return switch (parser.next()) {
            case VALUE_STRING -> Json.createValue(parser.getString());
            case VALUE_NUMBER -> number(field, parser.getString());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            case START_ARRAY -> skip(field, parser, JsonValue.EMPTY_JSON_ARRAY);
            case START_OBJECT -> skip(field, parser, JsonValue.EMPTY_JSON_OBJECT);
            case KEY_NAME, END_ARRAY, END_OBJECT -> throw new JsonParsingException("no value", parser.getLocation());
        };
    }

    /** Checks the size of a number before computing it: a short text like 1e999999999 fills the memory. */
    private JsonValue number(String field, String digits) {
        try {
            if (digits.length() <= MAX_NUMBER_LENGTH
                    && Math.abs((long) new BigDecimal(digits).scale()) <= MAX_NUMBER_LENGTH) {
                return Json.createValue(new BigDecimal(digits));
            }
        } catch (NumberFormatException beyondAnyScale) {
            // falls through to the violation below
        }
        violations.addFirst(field, "OUT_OF_RANGE", "Send a number of reasonable size.");
        return JsonValue.NULL;
    }

    private static JsonValue skip(String field, JsonParser parser, JsonValue placeholder) {
        int depth = 1;
        while (depth > 0) {
            switch (parser.next()) {
                case START_ARRAY, START_OBJECT -> depth++;
                case END_ARRAY, END_OBJECT -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                throw new InvalidFieldsException(field, "TOO_DEEP", "Send a plain value.");
            }
        }
        return placeholder;
    }

    private static void requireEnd(JsonParser parser) {
        if (parser.hasNext()) {
            throw new JsonParsingException("more than one value", parser.getLocation());
        }
    }
}
