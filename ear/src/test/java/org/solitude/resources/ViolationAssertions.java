package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.solitude.testkit.client.ApiResponse;

/** Assertions on violations of rules, and helpers to write the requests. */
final class ViolationAssertions {

    private ViolationAssertions() {}

    /** Asserts the status of a response and returns its document. */
    static JsonObject document(ApiResponse response, int status) {
        assertThat(response.status()).as("%s", response).isEqualTo(status);
        return response.json();
    }

    /** Asserts a 422 with exactly these violations, written {@code field=CODE}. */
    static void assertViolations(ApiResponse response, String... fieldsAndCodes) {
        assertThat(document(response, 422)).as("%s", response).containsKey("errors");
        assertThat(response.header("Content-Type")).contains("application/problem+json");
        Map<String, String> codes = new TreeMap<>();
        response.json()
                .getJsonObject("errors")
                .forEach((field, violations) -> codes.put(field, codes((JsonArray) violations)));
        assertThat(codes.entrySet()).extracting(Object::toString).containsExactlyInAnyOrder(fieldsAndCodes);
    }

    private static String codes(JsonArray violations) {
        List<String> codes = violations.getValuesAs(violation -> ((JsonObject) violation).getString("code"));
        return String.join(",", codes);
    }

    /** Returns a name that no other record has. */
    static String uniqueName(String kind) {
        return kind + ":" + UUID.randomUUID();
    }

    /** Returns the JSON of a template with single quotes instead of double quotes. */
    static String json(String template, Object... values) {
        return template.replace('\'', '"').formatted(values);
    }
}
