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

/**
 * Stores the records of one collection: JSON documents with {@code resource_pk} and {@code resource_uri}. Not
 * thread-safe.
 */
final class InMemoryCollection {
    private final String name;
    private final Map<Integer, JsonObject> records = new TreeMap<>();

    InMemoryCollection(String name) {
        this.name = name;
    }

    JsonObject add(JsonObject fields) {
        int pk = records.size() + 1;
        JsonObject created = Json.createObjectBuilder(fields)
                .add("resource_pk", pk)
                .add("resource_uri", "/" + name + "/" + pk + "/")
                .build();
        records.put(pk, created);
        return created;
    }

    JsonObject get(int pk) {
        return Optional.ofNullable(records.get(pk))
                .orElseThrow(() -> new RefusedException(404, name + " has no " + pk));
    }

    /** Changes the members of a record, except {@code resource_pk} and {@code resource_uri}. */
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

    /** Returns the records with this value, as a collection that does not follow later changes. */
    InMemoryCollection where(String field, String value) {
        InMemoryCollection found = new InMemoryCollection(name);
        records.forEach((pk, each) -> {
            if (value.equals(text(each.get(field)))) {
                found.records.put(pk, each);
            }
        });
        return found;
    }

    /** Returns the records in which every filtered field has the filter's value. */
    JsonObject list(Map<String, String> filters) {
        List<JsonObject> found = records.values().stream()
                .filter(each -> filters.entrySet().stream()
                        .allMatch(filter -> filter.getValue().equals(text(each.get(filter.getKey())))))
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
