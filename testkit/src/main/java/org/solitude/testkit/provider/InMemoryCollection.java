package org.solitude.testkit.provider;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of one collection, each a document with its {@code resource_pk} and {@code resource_uri}. */
final class InMemoryCollection {
    private final String name;
    private final Map<Integer, JsonObject> records = new TreeMap<>();

    InMemoryCollection(String name) {
        this.name = name;
    }

    JsonObject add(JsonObject fields) {
        int pk = records.size() + 1;
        JsonObject made = Json.createObjectBuilder(fields)
                .add("resource_pk", pk)
                .add("resource_uri", "/" + name + "/" + pk + "/")
                .build();
        records.put(pk, made);
        return made;
    }

    JsonObject get(int pk) {
        return Optional.ofNullable(records.get(pk))
                .orElseThrow(() -> new RefusedException(404, name + " has no " + pk));
    }

    /** The record keeps its name, whatever the changes say. */
    JsonObject change(int pk, JsonObject changes) {
        JsonObject before = get(pk);
        JsonObject after = Json.createObjectBuilder(before)
                .addAll(Json.createObjectBuilder(changes))
                .add("resource_pk", before.get("resource_pk"))
                .add("resource_uri", before.get("resource_uri"))
                .build();
        records.put(pk, after);
        return after;
    }

    boolean has(String uri) {
        return records.values().stream()
                .anyMatch(each -> each.getString("resource_uri").equals(uri));
    }

    /** The records in which each of these fields has this value. */
    JsonObject list(Map<String, String> filters) {
        List<JsonObject> found = records.values().stream()
                .filter(each -> filters.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(text(each.get(wanted.getKey())))))
                .toList();
        return Json.createObjectBuilder()
                .add("meta", Json.createObjectBuilder().add("total_count", found.size()))
                .add("objects", Json.createArrayBuilder(found))
                .build();
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
