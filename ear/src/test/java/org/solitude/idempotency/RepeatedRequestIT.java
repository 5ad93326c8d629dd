package org.solitude.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.solitude.idempotency.RepeatAssertions.assertSame;
import static org.solitude.idempotency.RepeatAssertions.callCount;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.submission.TaskCount;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that a write with a key is executed once and that each repeat gets the first response. */
@UsesSharedServer
class RepeatedRequestIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int REPEATS = 80;

    private final SolitudeClient solitude = TestServer.client();
    private final TaskCount tasks = new TaskCount(solitude);
    private final String key = UUID.randomUUID().toString();
    private final SolitudeClient keyed = solitude.with("Idempotency-Key", '"' + key + '"');
    private final SolitudeClient asynchronous = keyed.with("Solitude-Async", "yes");

    @Test
    void repeatedAsyncWriteGetsFirst202AndMakesNoTask() {
        ApiResponse first = asynchronous.post("/probe/journal/" + key + "/", "{}");
        assertThat(first.status()).as("%s", first).isEqualTo(202);
        assertSame(tasks.assertNoTaskCreated(() -> asynchronous.post("/probe/journal/" + key + "/", "{}")), first);
        assertThat(AcceptedTask.of(solitude, first).awaitReplay().text()).isEqualTo("1");
        assertSame(tasks.assertNoTaskCreated(() -> asynchronous.post("/probe/journal/" + key + "/", "{}")), first);
        assertThat(callCount(key)).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void repeatedSynchronousWriteGetsSameStatusHeadersAndBody(String method) {
        RequestBody body = RequestBody.of("application/octet-stream", new byte[] {0, -1, 13, 10, 127});
        ApiResponse first = keyed.send(method, "/probe/echo/", body);
        assertThat(first.status()).as("%s", first).isEqualTo(200);
        assertSame(keyed.send(method, "/probe/echo/", body), first);
    }

    @Test
    void repeatedCreationGetsSameLocationAndETag() {
        String buyer = "{\"uuid\": \"" + key + "\"}";
        ApiResponse first = keyed.post("/generic/buyer/", buyer);
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(first.headers().map()).containsKeys("location", "etag");
        assertSame(keyed.post("/generic/buyer/", buyer), first);
        assertSame(solitude.with("Idempotency-Key", key).post("/generic/buyer/", buyer), first);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void repeatMayDifferInTrailingSlashAndMediaTypeParameters(CallMode mode) {
        byte[] seller = ("{\"uuid\": \"" + key + "\"}").getBytes(StandardCharsets.UTF_8);
        SolitudeClient client = mode.applyTo(keyed);
        ApiResponse first = client.send("POST", "/generic/seller/", RequestBody.of("application/json", seller));
        assertThat(first.status()).as("%s", first).isBetween(201, 202);
        assertSame(
                client.send("POST", "/generic/seller", RequestBody.of("Application/JSON;charset=\"utf-8\"", seller)),
                first);
    }

    @Test
    void responseWithoutBodyIsRepeated() {
        ApiResponse created = solitude.post("/generic/buyer/", "{\"uuid\": \"" + key + "\"}");
        String close = created.json().getString("resource_uri") + "close/";
        ApiResponse first = keyed.send("POST", close, RequestBody.NONE);
        assertThat(first.status()).as("%s", first).isEqualTo(204);
        assertSame(keyed.send("POST", close, RequestBody.NONE), first);
    }

    @Test
    void asyncWriteRepeatedSynchronouslyGets202() {
        ApiResponse first = asynchronous.post("/probe/journal/" + key + "/", "{}");
        assertSame(keyed.post("/probe/journal/" + key + "/", "{}"), first);
        AcceptedTask.of(solitude, first).awaitReplay();
        assertSame(keyed.post("/probe/journal/" + key + "/", "{}"), first);
        assertThat(callCount(key)).isEqualTo("1");
    }

    @Test
    void synchronousWriteRepeatedAsynchronouslyGetsFirstResponse() {
        ApiResponse first = keyed.post("/probe/journal/" + key + "/", "{}");
        assertSame(tasks.assertNoTaskCreated(() -> asynchronous.post("/probe/journal/" + key + "/", "{}")), first);
    }

    /** The repeat has the same headers, with an expiry date that has passed in the meantime. */
    @Test
    void taskOptionsOfRepeatAreNotValidated() {
        Instant expiry = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(expiry.atOffset(ZoneOffset.UTC));
        SolitudeClient expiring = asynchronous.with("Solitude-Expires", date);
        ApiResponse first = expiring.post("/probe/journal/" + key + "/", "{}");
        assertThat(first.status()).as("%s", first).isEqualTo(202);
        await("the expiry date").atMost(SOON).until(() -> Instant.now().isAfter(expiry));
        assertSame(expiring.post("/probe/journal/" + key + "/", "{}"), first);
        ProblemAssertions.assertProblem(
                expiring.with("Idempotency-Key", "another").post("/probe/journal/-/", "{}"), 400);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void repeatWaitsForFirstAndGetsItsResponse(CallMode mode) {
        CompletableFuture<ApiResponse> first = keyed.start("POST", "/probe/gate/" + key + "/", RequestBody.json("{}"));
        await().atMost(SOON).until(() -> callCount("gate-" + key).equals("1"));
        CompletableFuture<ApiResponse> second =
                mode.applyTo(keyed).start("POST", "/probe/gate/" + key + "/", RequestBody.json("{}"));
        solitude.delete("/probe/gate/" + key + "/");
        assertThat(first.join().status()).isEqualTo(201);
        assertSame(second.join(), first.join());
        assertThat(callCount("gate-" + key)).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void repeatThatWaitsTooLongIs409(CallMode mode) {
        CompletableFuture<ApiResponse> first = keyed.start("POST", "/probe/gate/" + key + "/", RequestBody.json("{}"));
        await().atMost(SOON).until(() -> callCount("gate-" + key).equals("1"));
        ApiResponse second =
                tasks.assertNoTaskCreated(() -> mode.applyTo(keyed).post("/probe/gate/" + key + "/", "{}"));
        ProblemAssertions.assertProblem(second, 409);
        assertThat(second.json().getString("type")).isEqualTo("urn:solitude:problem:key-in-use");
        assertThat(second.header("Retry-After").orElse("")).matches("\\d+");
        solitude.delete("/probe/gate/" + key + "/");
        assertSame(keyed.post("/probe/gate/" + key + "/", "{}"), first.join());
        assertThat(callCount("gate-" + key)).isEqualTo("1");
    }

    /** More repeats than the server has HTTP threads wait, and others are served all the same. */
    @Test
    void waitingRepeatsHoldNoThreads() {
        CompletableFuture<ApiResponse> first = keyed.start("POST", "/probe/gate/" + key + "/", RequestBody.json("{}"));
        await().atMost(SOON).until(() -> callCount("gate-" + key).equals("1"));
        List<CompletableFuture<ApiResponse>> repeats = IntStream.range(0, REPEATS)
                .mapToObj(number -> (number % 2 == 0 ? keyed : asynchronous)
                        .start("POST", "/probe/gate/" + key + "/", RequestBody.json("{}")))
                .toList();
        await("all repeats wait")
                .atMost(SOON)
                .until(() -> solitude.get("/probe/waiting/").text().equals(String.valueOf(REPEATS)));
        assertThat(repeats).noneMatch(CompletableFuture::isDone);
        assertThat(solitude.delete("/probe/gate/" + key + "/").status()).isEqualTo(204);
        assertThat(first.join().status()).isEqualTo(201);
        repeats.forEach(repeat -> assertSame(repeat.join(), first.join()));
        assertThat(callCount("gate-" + key)).isEqualTo("1");
    }

    /** A repeat that waited does not run by itself: its client is told to send it again, and then it runs. */
    @ParameterizedTest
    @EnumSource(CallMode.class)
    void repeatOfFirstThatLeftNoResponseIs409AndRunsWhenSentAgain(CallMode mode) {
        String path = "/probe/gate/" + key + "/?status=503";
        CompletableFuture<ApiResponse> first = keyed.start("POST", path, RequestBody.json("{}"));
        await().atMost(SOON).until(() -> callCount("gate-" + key).equals("1"));
        CompletableFuture<ApiResponse> repeat = mode.applyTo(keyed).start("POST", path, RequestBody.json("{}"));
        await("the repeat waits")
                .atMost(SOON)
                .until(() -> solitude.get("/probe/waiting/").text().equals("1"));
        solitude.delete("/probe/gate/" + key + "/");
        assertThat(first.join().status()).isEqualTo(503);
        ProblemAssertions.assertProblem(repeat.join(), 409);
        assertThat(repeat.join().header("Retry-After")).isPresent();
        assertThat(keyed.post(path, "{}").status()).isEqualTo(503);
        assertThat(callCount("gate-" + key)).isEqualTo("2");
    }
}
