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

    private static final List<String> WORDS = List.of("detail", "message", "error_message", "reason", "error", "title");
    private static final int LONGEST = 500;

    private ProviderErrorMessage() {}

    /** The object in a JSON text, empty where it is none. */
    static Optional<JsonObject> object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException none) {
            return Optional.empty();
        }
    }

    /** A sentence in one line, empty where the provider has none. */
    static Optional<String> in(String text) {
        return object(text).flatMap(said -> words(said).findFirst());
    }

    private static Stream<String> words(JsonObject said) {
        return WORDS.stream().map(said::get).filter(Objects::nonNull).flatMap(ProviderErrorMessage::words);
    }

    private static Stream<String> words(JsonValue value) {
        if (value instanceof JsonString string && !string.getString().isBlank()) {
            String plain = string.getString().replaceAll("\\p{Cntrl}", " ").strip();
            return Stream.of(plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain);
        }
        return value instanceof JsonObject nested ? words(nested) : Stream.empty();
    }
}
