package org.solitude.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests preconditions of reads (RFC 9110, 13): {@code If-None-Match} and {@code If-Match} on every resource. */
@UsesSharedServer
class ConditionalReadIT {
    private final SolitudeClient solitude = TestServer.client();

    private static Stream<String> everyReadOfTheApi() {
        return Stream.of(
                "/generic/buyer/",
                "/generic/seller/",
                "/generic/product/",
                "/generic/transaction/",
                "/delay/result/",
                "/delay/callback/",
                "/delay/callback/secret/");
    }

    @ParameterizedTest
    @MethodSource("everyReadOfTheApi")
    void listIs304UntilItChanges(String path) {
        SolitudeClient reader = TestServer.client("conditional-reader");
        ApiResponse first = reader.get(path);
        assertThat(first.status()).isEqualTo(200);
        assertNotModified(reader, path, first);
    }

    @Test
    void recordIs304UntilItChanges() {
        String path = createdSeller();
        ApiResponse first = solitude.get(path);
        assertNotModified(solitude, path, first);
        solitude.send("PATCH", path, RequestBody.json("{\"active\": false}"));
        ApiResponse changed = solitude.with("If-None-Match", tag(first)).get(path);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(tag(changed)).isNotEqualTo(tag(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\"", "W/\"0\"", "\"x\", W/\"0\"", "\"x,y\" ,, \"0\"", "0", "\"0-gzip\""})
    void listOfTagsThatHasTheTagIs304(String tags) {
        ApiResponse response = solitude.with("If-None-Match", tags).get(createdSeller());
        assertThat(response.status()).as("%s", response).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.header("ETag").orElseThrow()).isIn("\"0\"", "\"0-gzip\"");
        assertThat(response.header("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"00\"", "W/\"x\"", "\"*\"", "\"0,1\"", "-gzip"})
    void listOfTagsWithoutTheTagIs200(String tags) {
        assertThat(solitude.with("If-None-Match", tags).get(createdSeller()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match", "If-Match"})
    void malformedListOfTagsIs400(String header) {
        ApiResponse response = solitude.with(header, "\"0").get(createdSeller());
        ProblemAssertions.assertProblem(response, 400);
        assertThat(response.json().getString("detail")).contains("double quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"77\"", "W/\"0\""})
    void readWithStaleIfMatchIs412WithProblem(String stale) {
        String path = createdSeller();
        ApiResponse response = solitude.with("If-Match", stale).get(path);
        ProblemAssertions.assertProblem(response, 412);
        assertThat(response.json().getString("detail")).contains("If-Match");
        assertThat(solitude.with("If-Match", stale)
                        .send("HEAD", path, RequestBody.NONE)
                        .status())
                .isEqualTo(412);
        assertThat(solitude.with("If-Match", "\"0\"").get(path).status()).isEqualTo(200);
    }

    @Test
    void writeTakesTheTagOfACompressedRead() {
        String path = createdSeller();
        assertThat(solitude.with("If-Match", "\"0-gzip\"")
                        .send("PATCH", path, RequestBody.json("{\"active\": false}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void logOfATransactionIs304UntilItChanges() {
        String product = created("product", "{\"seller\": \"" + createdSeller() + "\"}");
        String transaction = created("transaction", "{\"seller_product\": \"" + product + "\"}");
        ApiResponse log = solitude.get(transaction + "log/");
        assertNotModified(solitude, transaction + "log/", log);
        assertNotModified(solitude, transaction, solitude.get(transaction));
        solitude.send("PATCH", transaction, RequestBody.json("{\"notes\": \"changed\"}"));
        assertThat(solitude.with("If-None-Match", tag(log))
                        .get(transaction + "log/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void errorIsNotConditional() {
        assertThat(solitude.with("If-None-Match", "*")
                        .get("/generic/seller/999999999/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void finishedReplayAndResultAre304() {
        AcceptedTask created =
                solitude.asynchronously().post("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        ApiResponse replay = created.awaitReplay();
        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.header("ETag")).as("the record's own").contains("\"0\"");
        ApiResponse unchanged = assertNotModified(solitude, created.replay(), replay);
        assertThat(unchanged.header("Solitude-Async")).contains("yes");
        assertThat(unchanged.header("Location")).isEqualTo(replay.header("Location"));
        ApiResponse result = solitude.get(created.result());
        assertThat(solitude.with("If-Match", "\"stale\"").get(created.result()).status())
                .isEqualTo(412);
        assertThat(solitude.with("If-Match", "\"stale\"").get(created.replay()).status())
                .isEqualTo(412);
        assertThat(assertNotModified(solitude, created.result(), result).header("Solitude-Async"))
                .contains("yes");
    }

    @Test
    void replayedResponseWithoutATagGetsOne() {
        String uuid = UUID.randomUUID().toString();
        solitude.post("/generic/buyer/", "{\"uuid\": \"" + uuid + "\", \"pin\": \"1234\"}");
        AcceptedTask verified = solitude.asynchronously()
                .post("/generic/verify_pin/", "{\"uuid\": \"" + uuid + "\", \"pin\": \"1234\"}");
        ApiResponse replay = verified.awaitReplay();
        assertThat(replay.status()).isEqualTo(200);
        assertNotModified(solitude, verified.replay(), replay);
    }

    @Test
    void replayedErrorIsNotConditional() {
        AcceptedTask refused = solitude.asynchronously().post("/generic/seller/", "{}");
        assertThat(refused.awaitReplay().status()).isEqualTo(422);
        assertThat(solitude.with("If-None-Match", "*").get(refused.replay()).status())
                .isEqualTo(422);
    }

    private static ApiResponse assertNotModified(SolitudeClient client, String path, ApiResponse first) {
        SolitudeClient again = client.with("If-None-Match", tag(first));
        ApiResponse unchanged = again.get(path);
        assertThat(unchanged.status()).as("%s", unchanged).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.send("HEAD", path, RequestBody.NONE).status()).isEqualTo(304);
        return unchanged;
    }

    private static String tag(ApiResponse response) {
        return response.header("ETag").orElseThrow(() -> new AssertionError("no ETag: " + response));
    }

    private String createdSeller() {
        return created("seller", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
    }

    private String created(String type, String json) {
        return solitude.post("/generic/" + type + "/", json).json().getString("resource_uri");
    }
}
