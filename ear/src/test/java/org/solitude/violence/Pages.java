package org.solitude.violence;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.function.Consumer;
import org.solitude.client.Answer;
import org.solitude.client.Solitude;

/** Walks a list from its first page to its last. */
record Pages(Solitude solitude, String first) {

    void each(Consumer<JsonObject> visitor) {
        String page = first;
        while (page != null) {
            Answer answer = solitude.get(page);
            if (answer.status() != 200) {
                throw new IllegalStateException(page + " is no page: " + answer);
            }
            JsonObject list = answer.json();
            list.getJsonArray("objects").getValuesAs(JsonObject.class).forEach(visitor);
            page = list.getJsonObject("meta").get("next") instanceof JsonString next ? next.getString() : null;
        }
    }
}
