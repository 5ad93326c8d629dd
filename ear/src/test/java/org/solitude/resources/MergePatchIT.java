package org.solitude.resources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.ViolationAssertions.document;
import static org.solitude.resources.ViolationAssertions.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests JSON merge patches (RFC 7396), and that the server tells that it takes them (RFC 5789, 3.1). */
@UsesSharedServer
class MergePatchIT {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final SolitudeClient solitude = TestServer.client();

    @Test
    void mergePatchChangesItsMembersOnlyAndNullRemoves() {
        String uri = document(
                        solitude.post(
                                "/generic/buyer/",
                                json(
                                        "{'uuid': '%s', 'email': 'ada@example.org', 'locale': 'de'}",
                                        ViolationAssertions.uniqueName("buyer"))),
                        201)
                .getString("resource_uri");
        JsonObject patched = document(patch(uri, json("{'locale': null, 'active': false}")), 200);
        assertThat(patched.get("locale")).isEqualTo(JsonValue.NULL);
        assertThat(patched.getBoolean("active")).isFalse();
        assertThat(patched.getString("email")).isEqualTo("ada@example.org");
        ApiResponse replay = solitude.asynchronously()
                .send("PATCH", uri, mergePatch(json("{'active': true}")))
                .awaitReplay();
        assertThat(document(replay, 200).getBoolean("active")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void everyRecordTakesMergePatchesAndSaysSo(ResourceType type) {
        String uri = type.create();
        assertThat(patch(uri, "{}").status()).isEqualTo(200);
        ApiResponse options = solitude.send("OPTIONS", uri, RequestBody.NONE);
        assertThat(options.header("Accept-Patch")).as("%s", options).contains("application/json, " + MERGE_PATCH);
        assertThat(solitude.send("OPTIONS", type.path(), RequestBody.NONE).header("Accept-Patch"))
                .as("a list has no PATCH")
                .isEmpty();
        ApiResponse refused = solitude.send("PATCH", uri, RequestBody.of("application/json-patch+json", new byte[2]));
        ProblemAssertions.assertProblem(refused, 415);
        assertThat(refused.header("Accept-Patch")).contains("application/json, " + MERGE_PATCH);
        assertThat(solitude.send("POST", type.path(), mergePatch("{}")).status())
                .isEqualTo(415);
    }

    private ApiResponse patch(String uri, String body) {
        return solitude.send("PATCH", uri, mergePatch(body));
    }

    private static RequestBody mergePatch(String body) {
        return RequestBody.of(MERGE_PATCH, body.getBytes(UTF_8));
    }
}
