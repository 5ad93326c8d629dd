package org.solitude.provider;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the message for people in a provider's error, whatever its form. */
final class ProviderErrorMessage {

    private static final List<String> FIELDS =
            List.of("detail", "message", "error_message", "reason", "error", "title");
    private static final int MAX_LENGTH = 500;

    private ProviderErrorMessage() {}

    /** Parses a JSON object, empty if the text is not one. */
    static Optional<JsonObject> parseObject(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException none) {
            return Optional.empty();
        }
    }

    /** Returns the message in one line, empty if there is none. */
    static Optional<String> findIn(String text) {
        return parseObject(text).flatMap(error -> messages(error).findFirst());
    }

    private static Stream<String> messages(JsonObject error) {
        return FIELDS.stream().map(error::get).filter(Objects::nonNull).flatMap(ProviderErrorMessage::messages);
    }

    private static Stream<String> messages(JsonValue value) {
        if (value instanceof JsonString string && !string.getString().isBlank()) {
            String plain = string.getString().replaceAll("\\p{Cntrl}", " ").strip();
            return Stream.of(plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) + "…" : plain);
        }
        return value instanceof JsonObject nested ? messages(nested) : Stream.empty();
    }
}
