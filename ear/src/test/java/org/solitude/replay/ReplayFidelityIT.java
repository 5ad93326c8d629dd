package org.solitude.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that synchronous and replayed responses are equal, for each kind of body, header and failure. */
@UsesSharedServer
class ReplayFidelityIT {
    private final SolitudeClient solitude = TestServer.client();

    @ParameterizedTest
    @CsvSource({
        "json, 200",
        "binary, 200",
        "untyped, 200",
        "empty, 200",
        "empty-text, 200",
        "nothing, 204",
        "text, 200",
        "latin, 200",
        "latin-encoded, 200",
        "utf16, 200",
        "streamed, 200",
        "staged, 200",
        "staged-response, 201",
        "staged-failure, 418",
        "large/5120, 200"
    })
    void everyKindOfBodyIsReplayed(String kind, int status) {
        assertReplayEquals(solitude, "/probe/body/" + kind + "/", RequestBody.json("{}"), status);
    }

    /** RESTEasy reports such a request as having no entity, but passes the body to the resource. */
    @Test
    void requestBodyWithoutTypeIsReplayed() {
        assertReplayEquals(
                solitude,
                "/probe/echo/",
                new RequestBody("text of no type".getBytes(StandardCharsets.UTF_8), Optional.empty()),
                200);
    }

    @ParameterizedTest
    @CsvSource({
        "cookies, 200",
        "links, 200",
        "several, 200",
        "objects, 200",
        "created-relative, 201",
        "created-absolute, 201",
        "created-elsewhere, 201",
        "see-other, 303",
        "moved, 307",
        "tag, 200"
    })
    void everyKindOfHeaderIsReplayed(String kind, int status) {
        assertReplayEquals(solitude, "/probe/header/" + kind + "/", RequestBody.json("{}"), status);
    }

    @ParameterizedTest
    @CsvSource({
        "status/400, 400",
        "status/404, 404",
        "status/409, 409",
        "status/422, 422",
        "status/500, 500",
        "status/299, 299",
        "bare/404, 404",
        "bare/500, 500",
        "not-found, 404",
        "not-authorized, 401",
        "own-entity, 409",
        "uncaught, 500",
        "checked, 500",
        "error, 503",
        "mapped, 418",
        "stream, 500",
        "unwritable, 500"
    })
    void everyKindOfFailureIsReplayed(String kind, int status) {
        assertReplayEquals(solitude, "/probe/failure/" + kind + "/", RequestBody.json("{}"), status);
    }

    @ParameterizedTest
    @CsvSource({"uncaught, 500", "checked, 500", "error, 503", "stream, 500", "half-stream, 500"})
    void failureDoesNotRevealInternals(String kind, int status) {
        String path = "/probe/failure/" + kind + "/";
        ApiResponse replayed = solitude.asynchronously().post(path, "{}").awaitReplay();
        assertThat(replayed.status()).isEqualTo(status);
        assertThat(replayed.text()).doesNotContain("secret", "Exception", "at org.");
    }

    /** A synchronous response has sent its status before it breaks off; a replay can still store a 500 instead. */
    @Test
    void streamThatBreaksOffIsStoredAs500() {
        ApiResponse replayed = solitude.asynchronously()
                .post("/probe/failure/half-stream/", "{}")
                .awaitReplay();
        assertThat(replayed.status()).isEqualTo(500);
        assertThat(replayed.text()).doesNotContain("the beginning of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void binaryRequestBodyIsReplayedUnchanged(String method) {
        byte[] bytes = random(10_000);
        var accepted = solitude.asynchronously().send(method, "/probe/echo/", RequestBody.of("image/x-noise", bytes));
        ApiResponse replayed = accepted.awaitReplay();
        assertThat(replayed.body()).isEqualTo(bytes);
        assertThat(replayed.header("Content-Type")).contains("image/x-noise");
    }

    @Test
    void fiveMebibytesAreReplayedInBothDirections() {
        byte[] bytes = random(5 * 1024 * 1024);
        var accepted = solitude.asynchronously()
                .send("POST", "/probe/echo/", RequestBody.of("application/octet-stream", bytes));
        assertThat(accepted.awaitReplay().body()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;charset=ISO-8859-1", "text/plain;charset=UTF-16", "application/json"})
    void bodyInvalidInItsCharsetIsReplayedUnchanged(String type) {
        assertReplayEquals(solitude, "/probe/echo/", RequestBody.of(type, random(333)), 200);
    }

    @Test
    void emptyRequestBodyStaysEmpty() {
        assertReplayEquals(solitude, "/probe/header/tag/", RequestBody.NONE, 200);
    }

    @Test
    void preconditionIsReplayed() {
        String path = "/probe/header/guarded/";
        assertReplayEquals(solitude.with("If-Match", "\"17\""), path, RequestBody.json("{}"), 200);
        assertReplayEquals(solitude.with("If-Match", "\"16\""), path, RequestBody.json("{}"), 412);
    }

    @Test
    void acceptLanguageIsReplayed() {
        assertReplayEquals(
                solitude.with("Accept-Language", "de-AT, en;q=0.3"), "/probe/header/language/", RequestBody.NONE, 200);
    }

    private static void assertReplayEquals(SolitudeClient solitude, String path, RequestBody body, int status) {
        ApiResponse synchronous = solitude.send("POST", path, body);
        assertThat(synchronous.status()).as("%s", synchronous).isEqualTo(status);
        ApiResponse replayed =
                solitude.asynchronously().send("POST", path, body).awaitReplay();
        ResponseEquivalence.assertEquivalent(synchronous, replayed);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
