package org.solitude.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.solitude.idempotency.RepeatAssertions.callCount;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.RawHttp;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.submission.TaskCount;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the syntax and the scope of idempotency keys, and which requests use a key up. */
@UsesSharedServer
class IdempotencyKeyIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SolitudeClient solitude = TestServer.client();
    private final TaskCount tasks = new TaskCount(solitude);
    private final String key = UUID.randomUUID().toString();
    private final SolitudeClient keyed = solitude.with("Idempotency-Key", '"' + key + '"');

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void writesWithoutAKeyAreExecutedEachTime(CallMode mode) {
        String journal = "/probe/journal/" + key + "/";
        for (int i = 0; i < 2; i++) {
            ApiResponse response = mode.applyTo(solitude).post(journal, "{}");
            assertThat(
                            response.status() == 202
                                    ? AcceptedTask.of(solitude, response).awaitReplay()
                                    : response)
                    .extracting(ApiResponse::status)
                    .isEqualTo(200);
        }
        assertThat(callCount(key)).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void keyReusedWithAnotherRequestIs422(CallMode mode) {
        SolitudeClient client = mode.applyTo(keyed);
        assertThat(client.post("/probe/echo/?a=1", "{\"a\": 1}").status()).isLessThan(300);
        for (ApiResponse response : List.of(
                client.post("/probe/echo/?a=1", "{\"a\": 2}"),
                client.post("/probe/echo/?a=2", "{\"a\": 1}"),
                client.post("/probe/echo/", "{\"a\": 1}"),
                client.put("/probe/echo/?a=1", "{\"a\": 1}"),
                client.send(
                        "POST",
                        "/probe/echo/?a=1",
                        RequestBody.of("text/plain", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8))),
                client.post("/generic/buyer/?a=1", "{\"a\": 1}"))) {
            ProblemAssertions.assertProblem(response, 422);
            assertThat(response.json().getString("type")).isEqualTo("urn:solitude:problem:key-reused");
            assertThat(response.text()).contains("Idempotency-Key");
        }
        assertThat(client.post("/probe/echo/?a=1", "{\"a\": 1}").status()).isLessThan(300);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void keyReusedWithAnotherUntypedBodyIs422(CallMode mode) {
        SolitudeClient client = mode.applyTo(keyed);
        assertThat(client.send("POST", "/probe/echo/", untyped("1")).status()).isLessThan(300);
        ProblemAssertions.assertProblem(client.send("POST", "/probe/echo/", untyped("2")), 422);
        assertThat(client.send("POST", "/probe/echo/", untyped("1")).status()).isLessThan(300);
    }

    private static RequestBody untyped(String text) {
        return new RequestBody(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void sameKeyOfAnotherClientIsIndependent(CallMode mode) {
        String name = UUID.randomUUID().toString();
        ApiResponse own = mode.applyTo(keyed).post("/probe/journal/" + name + "/", "{}");
        ApiResponse other = mode.applyTo(TestServer.client("other").with("Idempotency-Key", key))
                .post("/probe/journal/" + name + "/", "{}");
        assertThat(other.status()).isEqualTo(own.status());
        assertThat(other.text()).isNotEqualTo(own.text());
        await().atMost(SOON).until(() -> callCount(name).equals("2"));
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void requestRefusedBeforeExecutionDoesNotUseUpKey(CallMode mode) {
        SolitudeClient client = mode.applyTo(keyed);
        assertThat(client.post("/nowhere/", "{}").status()).isEqualTo(404);
        assertThat(client.put("/generic/buyer/", "{}").status()).isEqualTo(405);
        assertThat(client.send("POST", "/generic/buyer/", RequestBody.of("text/csv", new byte[] {'a'}))
                        .status())
                .isEqualTo(415);
        assertThat(client.with("Accept", "image/png")
                        .post("/generic/buyer/", "{}")
                        .status())
                .isEqualTo(406);
        assertThat(client.with("Authorization", "Basic bm9ib2R5Om5vdGhpbmc=")
                        .post("/probe/echo/", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(client.post("/probe/echo/", "{}").status()).isBetween(200, 202);
    }

    /** A chunked body over the limit is refused while it is read, before the key is claimed. */
    @Test
    void tooLargeChunkedBodyDoesNotUseUpKey() {
        ApiResponse response = RawHttp.to(TestServer.running())
                .sendChunks(
                        "POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: " + key + "\r\n"
                                + "Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
                        64,
                        1 << 20);
        assertThat(response.status()).isEqualTo(413);
        assertThat(keyed.post("/probe/echo/", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
                    ##
                    ""
                    "
                    "open
                    a b
                    a, b
                    "a", "b"
                    a;b
                    "a\\b"
                    """)
    void malformedKeyIs400(String value) {
        for (CallMode mode : CallMode.values()) {
            ApiResponse response = tasks.assertNoTaskCreated(
                    () -> mode.applyTo(solitude).with("Idempotency-Key", value).post("/probe/echo/", "{}"));
            ProblemAssertions.assertProblem(response, 400);
            assertThat(response.json().getString("detail")).contains("Idempotency-Key", "255", "double quotes");
        }
    }

    @Test
    void keyLongerThan255CharactersIs400() {
        ProblemAssertions.assertProblem(
                solitude.with("Idempotency-Key", "x".repeat(256)).post("/probe/echo/", "{}"), 400);
        assertThat(solitude.with("Idempotency-Key", key + "x".repeat(255 - key.length()))
                        .post("/probe/echo/", "{}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Solitude-Async: yes\r\n"})
    void repeatedKeyHeaderIs400(String header) {
        ApiResponse response = RawHttp.to(TestServer.running())
                .send("POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\n" + header
                        + "Idempotency-Key: a\r\nIdempotency-Key: a\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void keyIsIgnoredOnGetAndDelete() {
        SolitudeClient malformed = solitude.with("Idempotency-Key", "\"");
        assertThat(malformed.get("/generic/buyer/?limit=1").status()).isEqualTo(200);
        assertThat(malformed.delete("/probe/gate/" + key + "/").status()).isEqualTo(204);
    }
}
