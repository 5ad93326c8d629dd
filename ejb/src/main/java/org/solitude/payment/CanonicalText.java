package org.solitude.payment;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a client asks for as one text: equal texts are equal requests. It is JSON, so that no value can look like
 * another field. A keyed hash of it is stored with the call to the provider, so the form of a request must not change,
 * even when classes are renamed; a new field goes to the end, and only where it was sent.
 */
final class CanonicalText {

    private final JsonObjectBuilder fields = Json.createObjectBuilder();

    /** Adds a field; null leaves it out. */
    CanonicalText with(String name, @Nullable Object value) {
        if (value != null) {
            fields.add(name, value.toString());
        }
        return this;
    }

    /** Returns the text. */
    String text() {
        return fields.build().toString();
    }
}
