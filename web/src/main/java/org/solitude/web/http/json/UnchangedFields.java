package org.solitude.web.http.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.ServerOrigin;

/** Recognizes the fields of a body that were sent as the client had read them. */
final class UnchangedFields {

    /** How many times longer than the record a body may be, in white space and escapes, and still be compared deeply. */
    private static final int MAX_LENGTH_RATIO = 8;

    private final Object document;
    private final String body;
    private final ServerOrigin server;
    private @Nullable String text;
    private @Nullable JsonObject shown;

    /**
     * Compares a body with a record.
     *
     * @param document the record before the change, as clients see it; written only if there is something to compare
     */
    UnchangedFields(Object document, String body, ServerOrigin server) {
        this.document = document;
        this.body = body;
        this.server = server;
    }

    /**
     * Tells whether a field was sent with the value that the record has. An instant is the same in every form of ISO
     * 8601, and a path the same as the URI of this server with this path.
     *
     * @param sent the value; of an object or a list, only that it is one
     */
    boolean contain(String field, JsonValue sent) {
        JsonValue value = shown().get(field);
        if (value == null || value.getValueType() != sent.getValueType()) {
            return false;
        }
        return switch (value.getValueType()) {
            case STRING -> isSame(((JsonString) sent).getString(), ((JsonString) value).getString());
            case ARRAY, OBJECT -> value.equals(nested(field));
            default -> value.equals(sent);
        };
    }

    private JsonObject shown() {
        if (shown == null) {
            text = JsonbProvider.write(document);
            shown = Json.createReader(new StringReader(text)).readObject();
        }
        return shown;
    }

    private boolean isSame(String sent, String value) {
        return sent.equals(value) || isSameInstant(sent, value) || isSamePath(sent, value);
    }

    private static boolean isSameInstant(String sent, String value) {
        try {
            return OffsetDateTime.parse(sent).isEqual(OffsetDateTime.parse(value));
        } catch (DateTimeException otherText) {
            return false;
        }
    }

    private boolean isSamePath(String sent, String value) {
        try {
            return server.pathIn(sent).equals(value);
        } catch (IllegalArgumentException otherText) {
            return false;
        }
    }

    /** Reads an object or a list from the body; null where the body is so long that it cannot be the same. */
    private @Nullable JsonValue nested(String field) {
        if (text == null || body.length() / MAX_LENGTH_RATIO > text.length()) {
            return null;
        }
        try {
            return Json.createReader(new StringReader(body)).readObject().get(field);
        } catch (JsonException | ArithmeticException | NumberFormatException unreadableNumber) {
            return null;
        }
    }
}
