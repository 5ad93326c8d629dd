package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.solitude.harness.ScriptedProvider.answer;
import static org.solitude.harness.ScriptedProvider.drop;
import static org.solitude.harness.ScriptedProvider.json;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.RawHttp;
import org.solitude.harness.ScriptedProvider;
import org.solitude.harness.ScriptedProvider.Call;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** What goes to a provider, and what comes back. */
@UsesSharedServer
class ForwardingIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ScriptedProvider provider = TestServer.running().scripted();
    private final SolitudeClient solitude = TestServer.client();
    private final String fresh = UUID.randomUUID().toString();
    private final String theirs = "/scripted/v1/sellers/" + fresh + "/";
    private final String ours = "/provider/scripted/sellers/" + fresh + "/";

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void requestIsForwardedAndUrisInResponseBecomeOurs(CallMode mode) {
        provider.on(
                theirs,
                json(
                        201,
                        "{\"resource_uri\": \"" + theirs + "\", \"n\": 1.10, \"list\": [\"" + theirs + "\"]}",
                        "Location",
                        theirs,
                        "ETag",
                        "\"7\"",
                        "Set-Cookie",
                        "a=b",
                        "X-Internal",
                        "c"));
        ApiResponse made = mode.send("PUT", ours + "?a=b%20c", "{\"seller\": \"" + ours + "\", \"amount\": 5.00}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        assertThat(made.text()).isEqualTo("{\"resource_uri\":\"" + ours + "\",\"n\":1.10,\"list\":[\"" + ours + "\"]}");
        assertThat(made.header("Location").orElseThrow()).endsWith(ours);
        assertThat(made.header("ETag")).contains("\"7\"");
        assertThat(made.header("Set-Cookie")).isEmpty();
        assertThat(made.header("X-Internal")).isEmpty();

        Call call = only(provider.calls(theirs));
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.uri()).isEqualTo(theirs + "?a=b%20c");
        assertThat(call.body()).isEqualTo("{\"seller\":\"" + theirs + "\",\"amount\":5.00}");
        assertThat(call.header("Authorization")).isEqualTo(ScriptedProvider.CREDENTIALS);
        assertThat(call.header("Idempotency-Key")).endsWith("-1");
    }

    @Test
    void readIsForwardedWithoutIdempotencyKey() {
        provider.on(theirs, json(200, "[{\"resource_uri\": \"" + theirs + "\"}]"));
        assertThat(solitude.get(ours).text()).isEqualTo("[{\"resource_uri\":\"" + ours + "\"}]");
        assertThat(only(provider.calls(theirs)).header("Idempotency-Key")).isNull();
    }

    @Test
    void headersOfClientAreNotForwarded() {
        solitude.with("X-Api-Key", "client-secret")
                .with("Cookie", "a=b")
                .with("X-Forwarded-For", "1.2.3.4")
                .post(ours, "{}");
        Call call = only(provider.calls(theirs));
        assertThat(call.headers().values().toString()).doesNotContain("client-secret", "a=b", "1.2.3.4", "Basic");
    }

    @Test
    void everyAttemptOfTaskCarriesItsIdempotencyKey() {
        provider.on(theirs, json(503, "{}"), drop(), json(201, "{\"done\": true}"));
        var accepted = solitude.asynchronously().post(ours, "{}");
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
        assertThat(provider.calls(theirs))
                .extracting(call -> call.header("Idempotency-Key"))
                .hasSize(3)
                .containsOnly(accepted.uuid() + "-1");
    }

    @Test
    void keyOfClientIsForwardedAndDiffersBetweenClients() {
        solitude.with("Idempotency-Key", "\"my-key\"").post(ours, "{}");
        TestServer.client("other").with("Idempotency-Key", "my-key").post(ours, "{}");
        solitude.post(ours, "{}");
        List<String> keys = provider.calls(theirs).stream()
                .map(call -> String.valueOf(call.header("Idempotency-Key")))
                .toList();
        assertThat(keys).hasSize(3).doesNotHaveDuplicates().allMatch(key -> key.endsWith("-1"));
        assertThat(keys.get(0)).startsWith("my-key-");
        assertThat(keys.get(1)).startsWith("my-key-");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void errorOfProviderBecomesProblemWithItsTextAndStatus(CallMode mode) {
        provider.on(theirs, json(409, "{\"error\": {\"message\": \"This seller is closed.\"}}"));
        ApiResponse refused = mode.post(ours, "{}");
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.json().getString("detail")).isEqualTo("This seller is closed.");
        assertThat(refused.json().getString("provider")).isEqualTo("scripted");
    }

    @ParameterizedTest
    @CsvSource({"401, 502", "403, 502", "418, 422", "404, 404", "500, 500", "503, 503", "429, 429"})
    void statusIsForwardedUnlessItIsAboutOurCredentialsOrMapped(int theirStatus, int ourStatus) {
        provider.on(
                theirs,
                json(theirStatus, "{\"detail\": \"bad credentials: our-secret\"}", "WWW-Authenticate", "Basic"));
        ApiResponse answer = solitude.post(ours, "{}");
        assertThat(answer.status()).isEqualTo(ourStatus);
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
        if (ourStatus == 502) {
            assertThat(answer.text()).doesNotContain("our-secret");
        }
    }

    /** It may be the first call that is still in hand there, or was done: neither is a refusal. */
    @Test
    void conflictWithEarlierCallIsRetried() {
        provider.on(theirs, drop(), json(409, "{\"detail\": \"That key is in use.\"}"), json(201, "{\"done\": true}"));
        AcceptedTask accepted = solitude.asynchronously().post(ours, "{}");
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
        assertThat(provider.calls(theirs)).hasSize(3);

        SolitudeClient keyed = solitude.with("Idempotency-Key", fresh);
        String other = ours.replace("sellers", "products");
        provider.on(theirs.replace("sellers", "products"), drop(), json(409, "{\"detail\": \"That key is in use.\"}"));
        assertThat(keyed.post(other, "{}").status()).isEqualTo(502);
        ApiResponse again = keyed.post(other, "{}");
        assertThat(again.status()).as("%s", again).isEqualTo(503);
        assertThat(again.json().getString("detail")).contains("the outcome of that call is not known yet", "That key is in use.");
    }

    @Test
    void retryAfterOfProviderIsForwardedAndDelaysRetries() {
        provider.on(theirs, json(429, "{}", "Retry-After", "1"), json(200, "{}"));
        assertThat(solitude.post(ours, "{}").header("Retry-After")).contains("1");
        provider.on(theirs, json(503, "{}", "Retry-After", "2"), json(200, "{}"));
        long before = System.nanoTime();
        assertThat(CallMode.ASYNCHRONOUS.post(ours, "{}").status()).isEqualTo(200);
        assertThat((System.nanoTime() - before) / 1_000_000).isGreaterThan(1_900);
    }

    @Test
    void redirectUnreadableAndMissingAnswersAreBadGatewayOrTimeout() {
        provider.on(theirs, json(302, "{}", "Location", "http://127.0.0.1:1/"));
        assertThat(solitude.post(ours, "{}").status()).isEqualTo(502);
        provider.on(theirs, answer(200, "text/html", "<h1>hello</h1>"));
        assertThat(solitude.post(ours, "{}").status()).isEqualTo(502);
        provider.on(theirs, json(200, "{\"a\":"));
        assertThat(solitude.post(ours, "{}").status()).isEqualTo(502);
        provider.on(theirs, drop());
        assertThat(solitude.post(ours, "{}").status()).isEqualTo(502);
        provider.on("/frail/v1/sellers/" + fresh + "/", provider.hang());
        assertThat(solitude.post("/provider/frail/sellers/" + fresh + "/", "{}").status())
                .isEqualTo(504);
        assertThat(provider.calls(theirs))
                .as("nothing is made twice in silence")
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
                "/provider/scripted/@127.0.0.1/"
            })
    void unconfiguredPathIs404AndMakesNoTask(String path) {
        for (SolitudeClient asked : List.of(solitude, solitude.with("Solitude-Async", "yes"))) {
            ApiResponse answer = asked.send("POST", path, RequestBody.json("{}"));
            assertThat(answer.status()).as("%s %s", path, answer).isIn(400, 404, 405);
        }
        assertThat(provider.calls("/scripted/v1/admin/")).isEmpty();
    }

    @Test
    void pathThatClimbsIs404() {
        String path = "/provider/scripted/sellers/../../../" + fresh + "/";
        ApiResponse answer = RawHttp.to(TestServer.running())
                .send("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(answer.status()).isIn(400, 404, 405);
        assertThat(provider.calls("/" + fresh + "/")).isEmpty();
    }

    @Test
    void unconfiguredMethodIs405AtOnce() {
        ApiResponse answer = solitude.with("Solitude-Async", "yes").post("/provider/scripted/terms/", "{}");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(solitude.delete(ours).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void bodyThatIsNotForwardedIsRefused(CallMode mode) {
        assertThat(mode.post(ours, "{\"a\": {\"b\": 1, \"b\": 2}}").json().getJsonObject("errors"))
                .containsOnlyKeys("b");
        assertThat(mode.post(ours, "{\"amount\": 1e99999}").json().getJsonObject("errors"))
                .containsOnlyKeys("amount");
        assertThat(mode.post(ours, "{\"a\":").status()).isEqualTo(400);
        assertThat(mode.post(ours, "[]").status()).isEqualTo(400);
        assertThat(provider.calls(theirs)).isEmpty();
    }

    @Test
    void openCircuitStopsCallsToFailingProviderOnly() {
        String frail = "/frail/v1/products/" + fresh + "/";
        provider.on(frail, json(500, "{}"));
        for (int call = 0; call < 40 && provider.calls(frail).size() == call; call++) {
            solitude.post("/provider/frail/products/" + fresh + "/", "{}");
        }
        ApiResponse answer = solitude.post("/provider/frail/products/" + fresh + "/", "{}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.header("Retry-After")).contains("2");
        assertThat(solitude.post(ours, "{}").status()).isEqualTo(200);
        provider.on(frail, json(200, "{}"));
        assertThat(CallMode.ASYNCHRONOUS
                        .post("/provider/frail/products/" + fresh + "/", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void slowProviderDelaysOnlyItsOwnCalls() {
        provider.on(theirs, provider.hang());
        List<AcceptedTask> slow = IntStream.range(0, 120)
                .mapToObj(number -> solitude.asynchronously().post(ours, "{}"))
                .toList();
        await("all at once").atMost(SOON).until(() -> provider.calls(theirs).size() == slow.size());
        for (int number = 0; number < 40; number++) {
            assertThat(solitude.post("/generic/buyer/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}")
                            .status())
                    .as("a pool of 20 connections, none of them held")
                    .isEqualTo(201);
            assertThat(slow.get(number).askForReplay().isNotRunYet()).isTrue();
        }
        assertThat(provider.calls(theirs)).hasSameSizeAs(slow);
        provider.on(theirs, json(201, "{}"));
        provider.answerHanging(201, "{}");
        slow.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(201));
    }

    @Test
    void taskWhoseProviderWasCalledCannotBeCancelled() {
        provider.on(theirs, provider.hang());
        AcceptedTask accepted = solitude.asynchronously().post(ours, "{}");
        await("asked").atMost(SOON).until(() -> provider.calls(theirs).size() == 1);
        ApiResponse objection = solitude.delete(accepted.result());
        assertThat(objection.status()).as("%s", objection).isEqualTo(409);
        provider.answerHanging(201, "{}");
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
    }

    @Test
    void definiteAnswerIsNotAskedForAgain() {
        provider.on(theirs, json(201, "{\"n\": 1}"), json(201, "{\"n\": 2}"));
        SolitudeClient keyed = solitude.with("Idempotency-Key", "\"" + fresh + "\"");
        assertThat(keyed.post(ours, "{}").text()).isEqualTo("{\"n\":1}");
        assertThat(keyed.post(ours, "{}").text()).isEqualTo("{\"n\":1}");
        assertThat(provider.calls(theirs)).hasSize(1);
        assertThat(keyed.post(ours, "{\"other\": true}").status()).isEqualTo(422);
        assertThat(provider.calls(theirs)).hasSize(1);
    }

    private static Call only(List<Call> calls) {
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }
}
