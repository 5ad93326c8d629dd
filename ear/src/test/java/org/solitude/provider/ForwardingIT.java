package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.solitude.harness.ScriptedProvider.answer;
import static org.solitude.harness.ScriptedProvider.drop;
import static org.solitude.harness.ScriptedProvider.json;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.RawHttp;
import org.solitude.harness.ScriptedProvider;
import org.solitude.harness.ScriptedProvider.Call;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests which requests are forwarded to a provider, and how its responses are returned. */
@UsesSharedServer
class ForwardingIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Of 64 HTTP threads 48 may wait for providers, 24 for one kind of call to one of them, 12 for one client's. */
    private static final int SHARE_OF_CLIENT = 12;

    private final ScriptedProvider provider = TestServer.running().scripted();
    private final SolitudeClient solitude = TestServer.client();
    private final String id = UUID.randomUUID().toString();
    private final String providerPath = "/scripted/v1/sellers/" + id + "/";
    private final String path = "/provider/scripted/sellers/" + id + "/";

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void requestIsForwardedAndUrisInResponseBecomeOurs(CallMode mode) {
        provider.on(
                providerPath,
                json(
                        201,
                        "{\"resource_uri\": \"" + providerPath + "\", \"n\": 1.10, \"list\": [\"" + providerPath
                                + "\"]}",
                        "Location",
                        providerPath,
                        "ETag",
                        "\"7\"",
                        "Set-Cookie",
                        "a=b",
                        "X-Internal",
                        "c"));
        ApiResponse created = mode.send("PUT", path + "?a=b%20c", "{\"seller\": \"" + path + "\", \"amount\": 5.00}");
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        assertThat(created.text())
                .isEqualTo("{\"resource_uri\":\"" + path + "\",\"n\":1.10,\"list\":[\"" + path + "\"]}");
        assertThat(created.header("Location").orElseThrow()).endsWith(path);
        assertThat(created.header("ETag")).contains("\"7\"");
        assertThat(created.header("Set-Cookie")).isEmpty();
        assertThat(created.header("X-Internal")).isEmpty();

        Call call = onlyCall(provider.calls(providerPath));
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.uri()).isEqualTo(providerPath + "?a=b%20c");
        assertThat(call.body()).isEqualTo("{\"seller\":\"" + providerPath + "\",\"amount\":5.00}");
        assertThat(call.header("Authorization")).isEqualTo(ScriptedProvider.CREDENTIALS);
        assertThat(call.header("Idempotency-Key")).endsWith("-1");
    }

    @Test
    void readIsForwardedWithoutIdempotencyKey() {
        provider.on(providerPath, json(200, "[{\"resource_uri\": \"" + providerPath + "\"}]"));
        assertThat(solitude.get(path).text()).isEqualTo("[{\"resource_uri\":\"" + path + "\"}]");
        assertThat(onlyCall(provider.calls(providerPath)).header("Idempotency-Key"))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void preconditionsAreForwarded(CallMode mode) {
        provider.on(providerPath, json(412, "{\"detail\": \"It has changed.\"}"));
        ApiResponse stale = mode.send(
                solitude.with("If-Match", "\"7\"").with("If-None-Match", "W/\"8\", \"9\""), "PUT", path, "{}");
        assertThat(stale.status()).as("%s", stale).isEqualTo(412);
        assertThat(stale.json().getString("detail")).isEqualTo("It has changed.");
        Call call = onlyCall(provider.calls(providerPath));
        assertThat(call.header("If-Match")).isEqualTo("\"7\"");
        assertThat(call.header("If-None-Match")).isEqualTo("W/\"8\", \"9\"");
    }

    @Test
    void tagOfCompressedResponseIsForwardedAsTagOfProvider() {
        provider.on(providerPath, json(200, "{}"));
        solitude.with("If-Match", "\"7-gzip\"").put(path, "{}");
        assertThat(onlyCall(provider.calls(providerPath)).header("If-Match")).isEqualTo("\"7-gzip\", \"7\"");
    }

    /** A provider would not know a tag of ours, and might overwrite what the client said must not have changed. */
    @Test
    void readWithoutTagOfProviderHasNone() {
        provider.on(providerPath, json(200, "{\"n\": 1}"));
        assertThat(solitude.get(path).header("ETag")).isEmpty();
    }

    @Test
    void readOfVersionThatClientHasIs304() {
        provider.on(providerPath, answer(304, "application/json", "", "ETag", "\"7\""));
        ApiResponse unchanged = solitude.with("If-None-Match", "\"7\"").get(path);
        assertThat(unchanged.status()).as("%s", unchanged).isEqualTo(304);
        assertThat(unchanged.header("ETag")).contains("\"7\"");
        assertThat(unchanged.text()).isEmpty();
        assertThat(onlyCall(provider.calls(providerPath)).header("If-None-Match"))
                .isEqualTo("\"7\"");
        assertThat(solitude.get(path).status())
                .as("a 304 that nobody asked for")
                .isEqualTo(502);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void sameKeyWithAnotherPreconditionIs422(CallMode mode) {
        SolitudeClient keyed = solitude.with("Idempotency-Key", "\"" + id + "\"");
        mode.send(keyed.with("If-Match", "\"7\""), "PUT", path, "{}");
        ApiResponse other = keyed.with("If-Match", "\"8\"").send("PUT", path, RequestBody.json("{}"));
        assertThat(other.status()).as("%s", other).isEqualTo(422);
        assertThat(provider.calls(providerPath)).hasSize(1);
    }

    /** A payment is made of our request: a precondition that was ignored would charge a client that said not to. */
    @ParameterizedTest
    @ValueSource(strings = {"If-Match", "If-None-Match"})
    void preconditionOfPaymentIs501(String header) {
        for (SolitudeClient client : List.of(solitude, solitude.with("Solitude-Async", "yes"))) {
            ApiResponse refused = client.with(header, "*").post("/provider/scripted/transactions/", "{}");
            assertThat(refused.status()).as("%s", refused).isEqualTo(501);
            assertThat(refused.json().getString("detail")).contains(header);
        }
    }

    @Test
    void headersOfClientAreNotForwarded() {
        solitude.with("X-Api-Key", "client-secret")
                .with("Cookie", "a=b")
                .with("X-Forwarded-For", "1.2.3.4")
                .post(path, "{}");
        Call call = onlyCall(provider.calls(providerPath));
        assertThat(call.headers().values().toString()).doesNotContain("client-secret", "a=b", "1.2.3.4", "Basic");
    }

    @Test
    void everyAttemptOfTaskCarriesItsIdempotencyKey() {
        provider.on(providerPath, json(503, "{}"), drop(), json(201, "{\"done\": true}"));
        var accepted = solitude.asynchronously().post(path, "{}");
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
        assertThat(provider.calls(providerPath))
                .extracting(call -> call.header("Idempotency-Key"))
                .hasSize(3)
                .containsOnly(accepted.uuid() + "-1");
    }

    @Test
    void keyOfClientIsForwardedAndDiffersBetweenClients() {
        solitude.with("Idempotency-Key", "\"my-key\"").post(path, "{}");
        TestServer.client("other").with("Idempotency-Key", "my-key").post(path, "{}");
        solitude.post(path, "{}");
        List<String> keys = provider.calls(providerPath).stream()
                .map(call -> String.valueOf(call.header("Idempotency-Key")))
                .toList();
        assertThat(keys).hasSize(3).doesNotHaveDuplicates().allMatch(key -> key.endsWith("-1"));
        assertThat(keys.get(0)).startsWith("my-key-");
        assertThat(keys.get(1)).startsWith("my-key-");
    }

    /** The key is free again after a temporary failure, and yet the provider may have got the first request. */
    @Test
    void keyOfCallThatFailedTakesNoOtherRequest() {
        provider.on(providerPath, json(503, "{}"));
        SolitudeClient keyed =
                solitude.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(keyed.post(path, "{\"a\": 1}").status()).isEqualTo(503);
        ApiResponse reused = keyed.post(path, "{\"a\": 2}");
        ProblemAssertions.assertProblem(reused, 422);
        assertThat(reused.json().getString("type")).isEqualTo("urn:solitude:problem:key-reused");
        assertThat(provider.calls(providerPath)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void errorOfProviderBecomesProblemWithItsTextAndStatus(CallMode mode) {
        provider.on(providerPath, json(409, "{\"error\": {\"message\": \"This seller is closed.\"}}"));
        ApiResponse refused = mode.post(path, "{}");
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.json().getString("detail")).isEqualTo("This seller is closed.");
        assertThat(refused.json().getString("provider")).isEqualTo("scripted");
    }

    @ParameterizedTest
    @CsvSource({"401, 502", "403, 502", "418, 422", "404, 404", "500, 500", "503, 503", "429, 429"})
    void statusIsForwardedUnlessItIsAboutOurCredentialsOrMapped(int providerStatus, int ourStatus) {
        provider.on(
                providerPath,
                json(providerStatus, "{\"detail\": \"bad credentials: our-secret\"}", "WWW-Authenticate", "Basic"));
        ApiResponse response = solitude.post(path, "{}");
        assertThat(response.status()).isEqualTo(ourStatus);
        assertThat(response.header("WWW-Authenticate")).isEmpty();
        if (ourStatus == 502) {
            assertThat(response.text()).doesNotContain("our-secret");
        }
    }

    /** The first call may still be running at the provider or may have succeeded: a conflict with it is no refusal. */
    @Test
    void conflictWithEarlierCallIsRetried() {
        provider.on(
                providerPath,
                drop(),
                json(409, "{\"detail\": \"That key is in use.\"}"),
                json(201, "{\"done\": true}"));
        AcceptedTask accepted = solitude.asynchronously().post(path, "{}");
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
        assertThat(provider.calls(providerPath)).hasSize(3);

        SolitudeClient keyed = solitude.with("Idempotency-Key", id);
        String other = path.replace("sellers", "products");
        provider.on(
                providerPath.replace("sellers", "products"),
                drop(),
                json(409, "{\"detail\": \"That key is in use.\"}"));
        assertThat(keyed.post(other, "{}").status()).isEqualTo(502);
        ApiResponse again = keyed.post(other, "{}");
        assertThat(again.status()).as("%s", again).isEqualTo(503);
        assertThat(again.json().getString("detail"))
                .contains("the outcome of that call is not known yet", "That key is in use.");
    }

    @Test
    void retryAfterOfProviderIsForwardedAndDelaysRetries() {
        provider.on(providerPath, json(429, "{}", "Retry-After", "1"), json(200, "{}"));
        assertThat(solitude.post(path, "{}").header("Retry-After")).contains("1");
        provider.on(providerPath, json(503, "{}", "Retry-After", "2"), json(200, "{}"));
        long before = System.nanoTime();
        assertThat(CallMode.ASYNCHRONOUS.post(path, "{}").status()).isEqualTo(200);
        assertThat((System.nanoTime() - before) / 1_000_000).isGreaterThan(1_900);
    }

    @Test
    void redirectUnreadableAndMissingResponsesAre502Or504() {
        provider.on(providerPath, json(302, "{}", "Location", "http://127.0.0.1:1/"));
        assertThat(solitude.post(path, "{}").status()).isEqualTo(502);
        provider.on(providerPath, answer(200, "text/html", "<h1>hello</h1>"));
        assertThat(solitude.post(path, "{}").status()).isEqualTo(502);
        provider.on(providerPath, json(200, "{\"a\":"));
        assertThat(solitude.post(path, "{}").status()).isEqualTo(502);
        provider.on(providerPath, drop());
        ApiResponse dropped = solitude.post(path, "{}");
        assertThat(dropped.status()).isEqualTo(502);
        assertThat(dropped.json().getString("detail")).contains("The outcome is uncertain");
        assertThat(dropped.json().getString("look_at")).isEqualTo(path);
        assertThat(solitude.get(path).text()).as("a read leaves no doubt").doesNotContain("uncertain");
        provider.on("/frail/v1/sellers/" + id + "/", provider.hang());
        assertThat(solitude.post("/provider/frail/sellers/" + id + "/", "{}").status())
                .isEqualTo(504);
        assertThat(provider.calls(providerPath))
                .filteredOn(call -> call.method().equals("POST"))
                .as("synchronous calls are not retried")
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/provider/unknown/sellers/",
                "/provider/scripted/",
                "/provider/scripted/admin/",
                "/provider/scripted/SELLERS/",
                "/provider/scripted/sellers/%2e%2e/admin/",
                "/provider/scripted/sellers/a%2fb/",
                "/provider/scripted/sellers//b/",
                "/provider/scripted/sellers/..;/admin/",
                "/provider/scripted/http:%2f%2f127.0.0.1/",
                "/provider/scripted/http://127.0.0.1/",
                "/provider/scripted/@127.0.0.1/",
                "/provider/scripted/transactions/;a",
                "/provider/scripted/transactions/%3Ba",
                "/provider/scripted/transactions/%3ba/",
                "/provider/scripted/transactions;a/",
                "/provider/scripted/sellers/s;v=1/"
            })
    void unconfiguredPathIsRefusedInBothModes(String path) {
        for (SolitudeClient client : List.of(solitude, solitude.with("Solitude-Async", "yes"))) {
            ApiResponse response = client.send("POST", path, RequestBody.json("{}"));
            assertThat(response.status()).as("%s %s", path, response).isIn(400, 404, 405);
        }
        assertThat(provider.calls("/scripted/v1/admin/")).isEmpty();
        assertThat(provider.calls(path.replace("/provider/scripted/", "/scripted/v1/")))
                .isEmpty();
    }

    @Test
    void pathWithDotSegmentsIsNotForwarded() {
        String path = "/provider/scripted/sellers/../../../" + id + "/";
        ApiResponse response = RawHttp.to(TestServer.running())
                .send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(response.status()).isIn(400, 404, 405);
        assertThat(provider.calls("/" + id + "/")).isEmpty();
    }

    @Test
    void unconfiguredMethodIs405AtOnce() {
        ApiResponse response = solitude.with("Solitude-Async", "yes").post("/provider/scripted/terms/", "{}");
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("GET");
        assertThat(solitude.delete(path).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void malformedBodyIsRefusedAndNotForwarded(CallMode mode) {
        assertThat(mode.post(path, "{\"a\": {\"b\": 1, \"b\": 2}}").json().getJsonObject("errors"))
                .containsOnlyKeys("b");
        assertThat(mode.post(path, "{\"amount\": 1e99999}").json().getJsonObject("errors"))
                .containsOnlyKeys("amount");
        assertThat(mode.post(path, "{\"a\":").status()).isEqualTo(400);
        assertThat(mode.post(path, "[]").status()).isEqualTo(400);
        assertThat(provider.calls(providerPath)).isEmpty();
    }

    @Test
    void openCircuitStopsCallsToFailingProviderOnly() {
        String frail = "/frail/v1/products/" + id + "/";
        provider.on(frail, json(500, "{}"));
        for (int call = 0; call < 40 && provider.calls(frail).size() == call; call++) {
            solitude.post("/provider/frail/products/" + id + "/", "{}");
        }
        ApiResponse response = solitude.post("/provider/frail/products/" + id + "/", "{}");
        assertThat(response.status()).as("%s", response).isEqualTo(503);
        assertThat(response.header("Retry-After")).contains("2");
        assertThat(solitude.post(path, "{}").status()).isEqualTo(200);
        provider.on(frail, json(200, "{}"));
        assertThat(CallMode.ASYNCHRONOUS
                        .post("/provider/frail/products/" + id + "/", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void slowProviderDelaysOnlyItsOwnCalls() {
        provider.on(providerPath, provider.hang());
        List<AcceptedTask> slow = IntStream.range(0, 120)
                .mapToObj(number -> solitude.asynchronously().post(path, "{}"))
                .toList();
        await("all calls run at once")
                .atMost(SOON)
                .until(() -> provider.calls(providerPath).size() == slow.size());
        for (int number = 0; number < 40; number++) {
            assertThat(solitude.post("/generic/buyer/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}")
                            .status())
                    .as("slow calls hold none of the pool's 20 connections")
                    .isEqualTo(201);
            assertThat(slow.get(number).askForReplay().isNotRunYet()).isTrue();
        }
        assertThat(provider.calls(providerPath)).hasSameSizeAs(slow);
        provider.on(providerPath, json(201, "{}"));
        provider.answerHanging(201, "{}");
        slow.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(201));
    }

    /** More synchronous calls than the server has HTTP threads meet a provider that does not answer. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void slowProviderLeavesHttpThreadsAndRoomForOtherClients(String method) {
        provider.on(providerPath, provider.hang());
        RequestBody body = method.equals("GET") ? RequestBody.NONE : RequestBody.json("{}");
        List<CompletableFuture<ApiResponse>> slow = IntStream.range(0, 80)
                .mapToObj(number -> solitude.start(method, path, body))
                .toList();
        await("those beyond the client's share are refused")
                .atMost(SOON)
                .until(() -> slow.stream().filter(CompletableFuture::isDone).count() == slow.size() - SHARE_OF_CLIENT);
        assertThat(slow.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                .allSatisfy(refused -> {
                    assertThat(refused.status()).as("%s", refused).isEqualTo(503);
                    assertThat(refused.json().getString("detail")).contains("was not called");
                    assertThat(refused.header("Retry-After")).isPresent();
                });
        assertThat(solitude.get("/generic/seller/?limit=1").status()).isEqualTo(200);
        String quick = path.replace("sellers", "products");
        assertThat(TestServer.client("other").send(method, quick, body).status())
                .isEqualTo(200);
        assertThat(CallMode.ASYNCHRONOUS.post(quick, "{}").status()).isEqualTo(200);

        assertThat(provider.calls(providerPath)).hasSize(SHARE_OF_CLIENT);
        provider.answerHanging(200, "{}");
        assertThat(slow.stream().map(CompletableFuture::join).filter(call -> call.status() == 200))
                .hasSize(SHARE_OF_CLIENT);
    }

    @Test
    void taskWhoseProviderWasCalledCannotBeCancelled() {
        provider.on(providerPath, provider.hang());
        AcceptedTask accepted = solitude.asynchronously().post(path, "{}");
        await("the provider was called")
                .atMost(SOON)
                .until(() -> provider.calls(providerPath).size() == 1);
        ApiResponse refused = solitude.delete(accepted.result());
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        provider.answerHanging(201, "{}");
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
    }

    @Test
    void repeatAfterDefiniteResponseIsNotForwarded() {
        provider.on(providerPath, json(201, "{\"n\": 1}"), json(201, "{\"n\": 2}"));
        SolitudeClient keyed = solitude.with("Idempotency-Key", "\"" + id + "\"");
        assertThat(keyed.post(path, "{}").text()).isEqualTo("{\"n\":1}");
        assertThat(keyed.post(path, "{}").text()).isEqualTo("{\"n\":1}");
        assertThat(provider.calls(providerPath)).hasSize(1);
        assertThat(keyed.post(path, "{\"other\": true}").status()).isEqualTo(422);
        assertThat(provider.calls(providerPath)).hasSize(1);
    }

    private static Call onlyCall(List<Call> calls) {
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }
}
