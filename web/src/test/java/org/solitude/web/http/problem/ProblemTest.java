package org.solitude.web.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.solitude.validation.Violation;
import org.solitude.web.http.json.JsonbProvider;

/** Tests the JSON of problem documents. */
class ProblemTest {

    private final Jsonb jsonb = new JsonbProvider().getContext(Problem.class);

    @Test
    void nullDetailIsLeftOut() {
        assertThat(jsonb.toJson(Problem.of(404, null)))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}");
    }

    @Test
    void extensionsAreBesideTheStandardMembers() {
        Problem problem = Problem.of(ProblemType.INVALID_FIELDS, "See errors.")
                .with("errors", Map.of("uuid", List.of(new Violation("FIELD_REQUIRED", "This field is required."))))
                .with("incident", "7");
        assertThat(jsonb.toJson(problem))
                .isEqualTo("{\"type\":\"urn:solitude:problem:invalid-fields\","
                        + "\"title\":\"Some fields are not acceptable\",\"status\":422,\"detail\":\"See errors.\","
                        + "\"errors\":{\"uuid\":[{\"code\":\"FIELD_REQUIRED\",\"message\":\"This field is required.\"}]},"
                        + "\"incident\":\"7\"}");
    }

    @Test
    void everyTypeHasAnAbsoluteUriAndAnErrorStatus() {
        for (ProblemType type : ProblemType.values()) {
            assertThat(type.uri().isAbsolute()).isTrue();
            assertThat(type.status()).isBetween(400, 599);
        }
    }
}
