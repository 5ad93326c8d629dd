package org.solitude.provider;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.solitude.validation.InvalidFieldsException;

/**
 * Copies a JSON text and rewrites its string values. Refuses what parsers may read differently (a duplicate key) or
 * what is expensive to read (deep nesting, huge numbers), and names the field.
 */
final class JsonStringRewriter {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 64;

    private final UnaryOperator<String> rewriteString;
    private final StringWriter out = new StringWriter();
    private final JsonGenerator json = Json.createGenerator(out);
    private final Deque<Set<String>> keys = new ArrayDeque<>();
    private String field = "__all__";

    private JsonStringRewriter(UnaryOperator<String> words) {
        this.rewriteString = words;
    }

    /**
     * Returns the text with each string value replaced by the result of {@code rewriteString}.
     *
     * @throws JsonException if the text is not JSON
     * @throws InvalidFieldsException if it is JSON that is not passed on
     */
    static String rewrite(String text, UnaryOperator<String> words) {
        JsonStringRewriter rewriter = new JsonStringRewriter(words);
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                rewriter.copy(parser.next(), parser);
            }
            if (!rewriter.keys.isEmpty()) {
                throw new JsonParsingException("unfinished", parser.getLocation());
            }
        }
        rewriter.json.close();
        return rewriter.out.toString();
    }

    private void copy(Event event, JsonParser parser) {
        switch (event) {
            case START_OBJECT -> {
                descend();
                json.writeStartObject();
            }
            case START_ARRAY -> {
                descend();
                json.writeStartArray();
            }
            case END_OBJECT, END_ARRAY -> {
                keys.pop();
                json.writeEnd();
            }
            case KEY_NAME -> key(parser.getString());
            case VALUE_STRING -> json.write(rewriteString.apply(parser.getString()));
            case VALUE_NUMBER -> json.write(number(parser.getString()));
            case VALUE_TRUE -> json.write(true);
            case VALUE_FALSE -> json.write(false);
            case VALUE_NULL -> json.writeNull();
        }
    }

    private void descend() {
        if (keys.size() == MAX_DEPTH) {
            throw new InvalidFieldsException(field, "TOO_DEEP", "Send at most " + MAX_DEPTH + " levels.");
        }
        keys.push(new HashSet<>());
    }

    private void key(String key) {
        field = key;
        if (!keys.element().add(key)) {
            throw new InvalidFieldsException(key, "DUPLICATE_FIELD", "Send this field once.");
        }
        json.writeKey(key);
    }

    private BigDecimal number(String digits) {
        try {
            if (digits.length() <= MAX_NUMBER_LENGTH
                    && Math.abs((long) new BigDecimal(digits).scale()) <= MAX_NUMBER_LENGTH) {
                return new BigDecimal(digits);
            }
        } catch (NumberFormatException outOfRange) {
            throw new InvalidFieldsException(field, "OUT_OF_RANGE", "Send a number of reasonable size.");
        }
        throw new InvalidFieldsException(field, "OUT_OF_RANGE", "Send a number of reasonable size.");
    }
}
