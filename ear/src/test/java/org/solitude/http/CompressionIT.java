package org.solitude.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that responses are compressed from a kilobyte on, and what their headers say about it. */
@UsesSharedServer
class CompressionIT {
    private final SolitudeClient plain = TestServer.client();
    private final SolitudeClient gzip = plain.with("Accept-Encoding", "gzip, deflate, br");

    @ParameterizedTest
    @ValueSource(strings = {"/generic/transaction/%s/", "/openapi", "/docs/swagger-ui/swagger-ui-bundle.js"})
    void largeResponseIsCompressed(String path) throws IOException {
        String uri = path.contains("%s") ? transactionWithLongNotes() : path;
        ApiResponse compressed = gzip.get(uri);
        assertThat(compressed.header("Content-Encoding")).as("%s", uri).contains("gzip");
        assertThat(compressed.every("Vary")).contains("Accept-Encoding");
        ApiResponse identical = plain.get(uri);
        assertThat(identical.header("Content-Encoding")).isEmpty();
        assertThat(identical.every("Vary")).contains("Accept-Encoding");
        assertThat(decoded(compressed)).isEqualTo(identical.body());
    }

    @Test
    void smallResponseIsNotCompressed() {
        ApiResponse small = gzip.post("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        assertThat(small.status()).isEqualTo(201);
        assertThat(small.header("Content-Encoding")).isEmpty();
        assertThat(small.every("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "*;q=0", "gzip;q=0.0, *", "br", "*", ";;q=x", ""})
    void clientWithoutGzipGetsThePlainResponse(String accepted) {
        String uri = transactionWithLongNotes();
        ApiResponse response = plain.with("Accept-Encoding", accepted).get(uri);
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        assertThat(response.header("Content-Encoding")).isEmpty();
        assertThat(response.body()).isEqualTo(plain.get(uri).body());
    }

    @Test
    void compressedRecordHasATagOfItsOwnThatStandsForTheSameVersion() {
        String uri = transactionWithLongNotes();
        ApiResponse compressed = gzip.get(uri);
        String tag = compressed.header("ETag").orElseThrow();
        assertThat(tag)
                .isNotEqualTo(plain.get(uri).header("ETag").orElseThrow())
                .doesNotStartWith("W/");
        ApiResponse unchanged = gzip.with("If-None-Match", tag).get(uri);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).contains(tag);
        assertThat(unchanged.header("Content-Encoding")).isEmpty();
        assertThat(unchanged.every("Vary")).contains("Accept-Encoding");
        RequestBody change = RequestBody.json("{\"notes\": \"short\"}");
        assertThat(plain.with("If-Match", tag).send("PATCH", uri, change).status())
                .isEqualTo(200);
        assertThat(plain.with("If-Match", tag).send("PATCH", uri, change).status())
                .isEqualTo(412);
    }

    @Test
    void replayIsTheStoredResponseAfterDecoding() throws IOException {
        AcceptedTask created = plain.asynchronously().post("/generic/transaction/", transaction());
        ApiResponse replay = created.awaitReplay();
        assertThat(replay.status()).isEqualTo(201);
        ApiResponse compressed = gzip.get(created.replay());
        assertThat(compressed.header("Content-Encoding")).contains("gzip");
        assertThat(decoded(compressed)).isEqualTo(replay.body());
        assertThat(compressed.header("Location")).isEqualTo(replay.header("Location"));
        ApiResponse result = gzip.get(created.result());
        assertThat(result.header("Content-Encoding")).contains("gzip");
        assertThat(decoded(result)).isEqualTo(plain.get(created.result()).body());
    }

    @Test
    void answerWithASecretIsNotCompressed() {
        SolitudeClient owner = TestServer.client("compressed").with("Accept-Encoding", "gzip");
        assertThat(owner.post("/delay/callback/secret/", "").header("Cache-Control"))
                .contains("no-store, no-transform");
        AcceptedTask made = owner.asynchronously().post("/delay/callback/secret/", "");
        assertThat(made.awaitReplay().header("Cache-Control")).contains("no-store, no-transform");
        ApiResponse result = made.awaitResult();
        assertThat(result.text()).hasSizeGreaterThan(1024).contains("whsec_");
        assertThat(result.header("Content-Encoding")).isEmpty();
        assertThat(owner.get("/provider/reference/sellers/").header("Cache-Control"))
                .contains("no-store, no-transform");
    }

    private String transactionWithLongNotes() {
        return plain.post("/generic/transaction/", transaction()).json().getString("resource_uri");
    }

    private String transaction() {
        String seller = plain.post("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}")
                .json()
                .getString("resource_uri");
        String product = plain.post("/generic/product/", "{\"seller\": \"" + seller + "\"}")
                .json()
                .getString("resource_uri");
        return "{\"seller_product\": \"" + product + "\", \"notes\": \"" + "long ".repeat(500) + "\"}";
    }

    private static byte[] decoded(ApiResponse response) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
    }
}
