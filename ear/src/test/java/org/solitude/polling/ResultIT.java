package org.solitude.polling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the result document of a task that has ended. */
@UsesSharedServer
class ResultIT {
    private static final String[] MEMBERS = {
        "content",
        "content_type",
        "id",
        "uuid",
        "run",
        "status_code",
        "state",
        "attempts",
        "method",
        "path",
        "headers",
        "created",
        "modified",
        "started",
        "finished",
        "resource_pk",
        "resource_uri"
    };

    private final SolitudeClient solitude = TestServer.client();

    @Test
    void resultDescribesTaskAndResponse() {
        var accepted = solitude.asynchronously().post("/probe/failure/status/422/?why=not", "{}");
        ApiResponse response = accepted.awaitResult();
        assertThat(response.status()).isEqualTo(200);
        JsonObject result = response.json();
        assertThat(result.keySet()).contains(MEMBERS);
        assertThat(isBase64(result)).isFalse();
        assertThat(result.getString("uuid")).isEqualTo(accepted.uuid());
        assertThat(result.get("id")).isInstanceOf(JsonString.class);
        assertThat(result.getBoolean("run")).isTrue();
        assertThat(result.getInt("status_code")).isEqualTo(422);
        assertThat(result.getString("state")).isEqualTo("done");
        assertThat(result.getInt("attempts")).isEqualTo(1);
        assertThat(result.getString("method")).isEqualTo("POST");
        assertThat(result.getString("path")).startsWith("/probe/failure/status/422/");
        assertThat(result.getString("content")).isEqualTo("{\"told\": 422}");
        assertThat(result.getString("content_type")).startsWith("application/json");
        assertThat(result.getString("resource_uri")).isEqualTo(accepted.result());
        assertThat(result.containsKey("resource_pk")).isTrue();
    }

    @Test
    void resultHasTimesInUtcAndInOrder() {
        var before = Instant.now().minusSeconds(1);
        JsonObject result = solitude.asynchronously()
                .post("/probe/echo/", "{}")
                .awaitResult()
                .json();
        Instant created = utc(result, "created");
        Instant started = utc(result, "started");
        Instant finished = utc(result, "finished");
        assertThat(created).isBetween(before, started);
        assertThat(started).isBeforeOrEqualTo(finished);
        assertThat(finished).isBefore(Instant.now().plusSeconds(1));
        assertThat(utc(result, "modified")).isAfterOrEqualTo(created);
    }

    @Test
    void resultHasTheHeadersOfTheResponse() {
        JsonObject headers = solitude.asynchronously()
                .post("/probe/header/several/", "{}")
                .awaitResult()
                .json()
                .getJsonObject("headers");
        assertThat(headers.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .contains("x-many", "x-number", "vary");
        assertThat(headers.toString()).contains("one").contains("two, three").contains("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "untyped"})
    void binaryContentIsBase64(String kind) {
        var accepted = solitude.asynchronously().post("/probe/body/" + kind + "/", "{}");
        JsonObject result = accepted.awaitResult().json();
        assertThat(isBase64(result)).isTrue();
        assertThat(Base64.getDecoder().decode(result.getString("content")))
                .isEqualTo(accepted.askForReplay().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin", "latin-encoded", "utf16"})
    void textOfAnyCharsetIsDecoded(String kind) {
        JsonObject result = solitude.asynchronously()
                .post("/probe/body/" + kind + "/", "{}")
                .awaitResult()
                .json();
        assertThat(isBase64(result)).isFalse();
        assertThat(result.getString("content")).startsWith("Grüße aus Köln");
    }

    /** The media type is text, but the bytes are not valid in its charset; no byte may be lost in the JSON. */
    @Test
    void contentInvalidInItsCharsetIsBase64() {
        byte[] bytes = {'a', (byte) 0xff, (byte) 0xfe, 0, 'z'};
        JsonObject result = solitude.asynchronously()
                .send("POST", "/probe/echo/", RequestBody.of("text/plain;charset=UTF-8", bytes))
                .awaitResult()
                .json();
        assertThat(isBase64(result)).isTrue();
        assertThat(Base64.getDecoder().decode(result.getString("content"))).isEqualTo(bytes);
    }

    @Test
    void emptyResponseHasNoContent() {
        JsonObject result = solitude.asynchronously()
                .post("/probe/body/nothing/", "{}")
                .awaitResult()
                .json();
        assertThat(result.getInt("status_code")).isEqualTo(204);
        assertThat(result.get("content")).isIn(JsonValue.NULL, Json.createValue(""));
    }

    @Test
    void resultMustNotBeCached() {
        assertThat(solitude.asynchronously()
                        .post("/probe/echo/", "{}")
                        .awaitResult()
                        .header("Cache-Control")
                        .orElse(""))
                .contains("no-store");
    }

    private static boolean isBase64(JsonObject result) {
        return result.getString("content_encoding", "").equals("base64");
    }

    private static Instant utc(JsonObject result, String name) {
        assertThat(result.getString(name)).endsWith("Z");
        return Instant.parse(result.getString(name));
    }
}
