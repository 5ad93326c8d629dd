package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.solitude.testkit.client.ApiResponse;

/** The words in which the tests speak of rules. */
final class ViolationAssertions {

    private ViolationAssertions() {}

    /** The answer's document, which came with this status. */
    static JsonObject document(ApiResponse answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        return answer.json();
    }

    /** A 422 for these fields and codes, written {@code field=CODE}, and for no others. */
    static void assertViolations(ApiResponse answer, String... fieldsAndCodes) {
        assertThat(document(answer, 422)).as("%s", answer).containsKey("errors");
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        Map<String, String> codes = new TreeMap<>();
        answer.json()
                .getJsonObject("errors")
                .forEach((field, violations) -> codes.put(field, codes((JsonArray) violations)));
        assertThat(codes.entrySet()).extracting(Object::toString).containsExactlyInAnyOrder(fieldsAndCodes);
    }

    private static String codes(JsonArray violations) {
        List<String> codes = violations.getValuesAs(violation -> ((JsonObject) violation).getString("code"));
        return String.join(",", codes);
    }

    /** A name that nobody has had before. */
    static String uniqueName(String kind) {
        return kind + ":" + UUID.randomUUID();
    }

    /** JSON written as people write it: single quotes for double ones. */
    static String json(String template, Object... values) {
        return template.replace('\'', '"').formatted(values);
    }
}
