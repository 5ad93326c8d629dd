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

/** Finds in an error of a provider, whatever its form, what it says to people. */
final class ProviderErrorMessage {

    private static final List<String> FIELDS =
            List.of("detail", "message", "error_message", "reason", "error", "title");
    private static final int MAX_LENGTH = 500;

    private ProviderErrorMessage() {}

    /** The object in a JSON text, empty where it is none. */
    static Optional<JsonObject> parseObject(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException none) {
            return Optional.empty();
        }
    }

    /** A sentence in one line, empty where the provider has none. */
    static Optional<String> findIn(String text) {
        return parseObject(text).flatMap(said -> messages(said).findFirst());
    }

    private static Stream<String> messages(JsonObject said) {
        return FIELDS.stream().map(said::get).filter(Objects::nonNull).flatMap(ProviderErrorMessage::messages);
    }

    private static Stream<String> messages(JsonValue value) {
        if (value instanceof JsonString string && !string.getString().isBlank()) {
            String plain = string.getString().replaceAll("\\p{Cntrl}", " ").strip();
            return Stream.of(plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) + "…" : plain);
        }
        return value instanceof JsonObject nested ? messages(nested) : Stream.empty();
    }
}
