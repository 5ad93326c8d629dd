package org.solitude.crash;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.function.Consumer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Reads all pages of a list. */
record ListPages(SolitudeClient solitude, String first) {

    void forEach(Consumer<JsonObject> visitor) {
        String page = first;
        while (page != null) {
            ApiResponse response = solitude.get(page);
            if (response.status() != 200) {
                throw new IllegalStateException(page + " is not a page: " + response);
            }
            JsonObject list = response.json();
            list.getJsonArray("objects").getValuesAs(JsonObject.class).forEach(visitor);
            page = list.getJsonObject("meta").get("next") instanceof JsonString next ? next.getString() : null;
        }
    }
}
