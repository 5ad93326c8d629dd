package org.solitude.crash;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.function.Consumer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Walks a list from its first page to its last. */
record ListPages(SolitudeClient solitude, String first) {

    void forEach(Consumer<JsonObject> visitor) {
        String page = first;
        while (page != null) {
            ApiResponse answer = solitude.get(page);
            if (answer.status() != 200) {
                throw new IllegalStateException(page + " is no page: " + answer);
            }
            JsonObject list = answer.json();
            list.getJsonArray("objects").getValuesAs(JsonObject.class).forEach(visitor);
            page = list.getJsonObject("meta").get("next") instanceof JsonString next ? next.getString() : null;
        }
    }
}
