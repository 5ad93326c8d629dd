package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests limits that would break other tests, on a server of its own: waiting tasks, long polls and poll rate. It also
 * tests CORS and contradicting settings.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RequestLimitsIT {
    private static final String ORIGIN = "https://shop.example";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.create("limits");
    private final ServerProcess server = new ServerProcess("limits", database);

    @BeforeAll
    void start() {
        server.set("SOLITUDE_DELAY_WAITING_MAX", "3");
        server.set("SOLITUDE_DELAY_BACKLOG_MAX", "5");
        server.set("SOLITUDE_DELAY_BACKOFF_MAX", "PT0.1S");
        server.set("SOLITUDE_WAIT_CLIENTS_MAX", "1");
        server.set("SOLITUDE_REQUEST_POLLS_PER_SECOND", "1");
        server.set("SOLITUDE_REQUEST_POLL_BURST", "5");
        server.set("SOLITUDE_CORS_ORIGIN", ORIGIN);
        server.launch();
        server.awaitUp();
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    /** Reaches the client's own limit, then the limit of all clients, then cancels a task to make room. */
    @Test
    void waitingTasksAreLimitedPerClientAndInAll() {
        SolitudeClient shop = server.client();
        SolitudeClient other = server.client("other");
        List<AcceptedTask> accepted = submit(shop, 3);
        assertRefused(submitForLater(shop), 429);
        submit(other, 2);
        assertRefused(submitForLater(other), 503);
        assertThat(countWaiting(shop)).isEqualTo(3);
        assertThat(countWaiting(other)).isEqualTo(2);
        assertLongPollsBeyondLimitAreAnsweredAtOnce(shop, accepted.get(0));
        assertThat(shop.delete(accepted.get(0).result()).status()).isEqualTo(204);
        await("a task is accepted again")
                .atMost(SOON)
                .until(() -> submitForLater(shop).status() == 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void pollingBeyondRateIs429(String method) {
        SolitudeClient operator = server.operator("polls-by-" + method);
        List<ApiResponse> responses = IntStream.range(0, 30)
                .mapToObj(i -> operator.send(method, "/delay/result/", RequestBody.NONE))
                .toList();
        assertThat(responses.get(0).status()).isEqualTo(200);
        assertThat(responses).anySatisfy(response -> {
            assertThat(response.status()).isEqualTo(429);
            assertThat(response.header("Retry-After")).contains("1");
        });
        assertThat(operator.get("/generic/buyer/").status())
                .as("the rate limits polls only")
                .isEqualTo(200);
    }

    @Test
    void configuredOriginGetsCorsHeaderAndOthersDoNot() {
        SolitudeClient page = server.anonymous().with("Origin", ORIGIN);
        ApiResponse preflight =
                page.with("Access-Control-Request-Method", "POST").send("OPTIONS", "/generic/buyer/", RequestBody.NONE);
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Solitude-Async", "Prefer", "Idempotency-Key");
        ApiResponse call = server.client().with("Origin", ORIGIN).get("/generic/buyer/");
        assertThat(call.header("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(call.header("Access-Control-Expose-Headers").orElseThrow()).contains("Solitude-Async", "Location");

        ApiResponse document = page.get("/openapi");
        assertThat(document.every("Access-Control-Allow-Origin")).containsExactly(ORIGIN);
        assertThat(document.header("Access-Control-Allow-Credentials")).isEmpty();

        for (String path : List.of("/generic/buyer/", "/openapi")) {
            ApiResponse foreign =
                    server.client().with("Origin", "https://evil.example").get(path);
            assertThat(foreign.header("Access-Control-Allow-Origin"))
                    .as("%s", foreign)
                    .isEmpty();
        }
    }

    @Test
    void statusReportsContradictingSettings() {
        ApiResponse status = server.client().get("/services/status/");
        assertThat(status.status()).as("%s", status).isEqualTo(500);
        assertThat(status.json().getString("detail")).contains("SOLITUDE_DELAY_BACKOFF_MAX");
    }

    private static void assertLongPollsBeyondLimitAreAnsweredAtOnce(SolitudeClient shop, AcceptedTask task) {
        SolitudeClient waiting = shop.with("Prefer", "wait=50");
        CompletableFuture<ApiResponse> first = waiting.start("GET", task.result(), RequestBody.NONE);
        await("a long poll waits")
                .atMost(SOON)
                .until(() -> shop.get("/probe/waiting/").text().equals("1"));
        ApiResponse second = waiting.get(task.result());
        assertThat(second.isNotRunYet()).isTrue();
        assertThat(second.header("Preference-Applied")).isEmpty();
        assertThat(first).isNotDone();
    }

    private static List<AcceptedTask> submit(SolitudeClient client, int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> AcceptedTask.of(client, submitForLater(client)))
                .toList();
    }

    private static ApiResponse submitForLater(SolitudeClient client) {
        return client.with("Solitude-Async", "yes")
                .with("Solitude-Not-Before", "3600")
                .post("/generic/seller/", "{}");
    }

    private static int countWaiting(SolitudeClient client) {
        return client.get("/delay/result/?state=waiting")
                .json()
                .getJsonObject("meta")
                .getInt("total_count");
    }

    private static void assertRefused(ApiResponse response, int status) {
        assertThat(response.status()).as("%s", response).isEqualTo(status);
        assertThat(response.header("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
        assertThat(response.header("Content-Type")).contains("application/problem+json");
        assertThat(response.json().getInt("status")).isEqualTo(status);
    }
}
