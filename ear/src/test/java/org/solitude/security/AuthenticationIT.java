package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.server.ClientRegistry;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that every call needs a login, and that a replay has the permissions its client has when it runs. */
@UsesSharedServer
class AuthenticationIT {
    private final ClientRegistry clients = TestServer.running().logins().clients();
    private final ManagementClient management = new ManagementClient(TestServer.running());
    private final JmsQueue queue = management.queue("DelayedRequests");

    @AfterEach
    void resume() {
        queue.resume();
        management.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/delay/result/",
                "/generic/buyer/",
                "/probe/echo/",
                "/refusal",
                "/",
                "/nowhere/",
                "/services/live/../../delay/result/",
                "/services/live;/../../delay/result/",
                "/services/live%2f..%2f..%2fdelay/result/",
            })
    void callWithoutLoginIs401(String path) {
        assertRefused(TestServer.anonymous().get(path));
        assertRefused(TestServer.anonymous().with("Solitude-Async", "yes").post(path, "{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic", "Basic ", "Basic !!!", "Basic a", "Basic YQ==", "Basic c2hvcDpzM2NyZXQ", "Basic Og==",
                        "Basic AAA=",
                "Basic //86//8=", "Bearer", "Bearer x", "Bearer ..", "Bearer a.b.c", "Digest username=x",
                        "Negotiate YII=", "x"
            })
    void invalidCredentialsAre401(String authorization) {
        assertRefused(
                TestServer.anonymous().with("Authorization", authorization).get("/delay/result/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND", "get"})
    void everyMethodNeedsLogin(String method) {
        assertThat(TestServer.anonymous()
                        .send(method, "/generic/buyer/", RequestBody.NONE)
                        .status())
                .isEqualTo(401);
    }

    /** No origin is configured on this server; {@link RequestLimitsIT} configures one. */
    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi/", "/openapi/x", "/docs/", "/services/live", "/generic/buyer/", "/"})
    void foreignOriginGetsNoCorsHeader(String path) {
        SolitudeClient page = TestServer.anonymous().with("Origin", "https://evil.example");
        assertNoCorsHeader(page.get(path));
        assertNoCorsHeader(page.send("HEAD", path, RequestBody.NONE));
        assertNoCorsHeader(page.with("Access-Control-Request-Method", "GET").send("OPTIONS", path, RequestBody.NONE));
        assertNoCorsHeader(TestServer.client().get(path));
    }

    private static void assertNoCorsHeader(ApiResponse response) {
        assertThat(response.headers().map().keySet()).as("%s", response).noneMatch(name -> name.toLowerCase(Locale.ROOT)
                .startsWith("access-control-"));
    }

    @Test
    void livenessNeedsNoLogin() {
        ApiResponse response = TestServer.anonymous().get("/services/live");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("alive");
        assertThat(TestServer.anonymous().get("/services/live/").text()).isEqualTo("alive");
    }

    @Test
    void replayOfRemovedClientIs401WithoutEffects() {
        String name = "removed-" + UUID.randomUUID();
        SolitudeClient client = TestServer.client(name);
        String counter = counterPath();
        AcceptedTask task = submitPaused(client, counter);
        clients.remove(name);
        queue.resume();
        assertThat(client.get(task.result()).status()).isEqualTo(401);
        ApiResponse replay = AcceptedTask.at(TestServer.operator(), task.uuid()).awaitReplay();
        assertThat(replay.status()).isEqualTo(401);
        assertThat(replay.isFinal()).isTrue();
        assertThat(replay.every("WWW-Authenticate")).isNotEmpty();
        assertThat(replay.json().getInt("status")).isEqualTo(401);
        assertThat(TestServer.client().get(counter).text()).isEqualTo("0");
    }

    @Test
    void replayOfDemotedClientIs403WithoutEffects() {
        String name = "demoted-" + UUID.randomUUID();
        SolitudeClient client = TestServer.client(name);
        String counter = counterPath();
        AcceptedTask task = submitPaused(client, counter);
        clients.change(name, Set.of());
        queue.resume();
        assertThat(client.get(task.result()).status()).isEqualTo(403);
        assertThat(AcceptedTask.at(TestServer.operator(), task.uuid())
                        .awaitReplay()
                        .status())
                .isEqualTo(403);
        assertThat(TestServer.client().get(counter).text()).isEqualTo("0");
    }

    /** The lookup of a replay's client must not count as a failed login. */
    @Test
    void replaysDoNotCountAsFailedLogins() {
        String name = "busy-" + UUID.randomUUID();
        SolitudeClient client = TestServer.client(name);
        SolitudeClient scheduled = client.with("Solitude-Not-Before", "3");
        List<AcceptedTask> tasks = IntStream.range(0, 30)
                .mapToObj(number -> scheduled.asynchronously().post("/probe/echo/", "{}"))
                .toList();
        SolitudeClient operator = TestServer.operator();
        tasks.forEach(task -> assertThat(
                        AcceptedTask.at(operator, task.uuid()).awaitReplay().status())
                .isEqualTo(200));
        assertThat(client.get("/delay/result/").status()).isEqualTo(200);
    }

    @Test
    void tasksOfLockedClientAreDeferred() {
        String name = "locked-" + UUID.randomUUID();
        SolitudeClient client = TestServer.client(name);
        AcceptedTask task = submitPaused(client, counterPath());
        for (int i = 0; i < 12; i++) {
            assertThat(TestServer.anonymous()
                            .as(name, "guess")
                            .get("/delay/result/")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(client.get("/delay/result/").status())
                .as("the correct secret is refused too")
                .isEqualTo(401);
        queue.resume();
        SolitudeClient operator = TestServer.operator();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        operator.get(task.result()).json().getString("state").equals("retrying"));
        assertThat(operator.get("/delay/result/?uuid=" + task.uuid())
                        .json()
                        .getJsonArray("objects")
                        .getJsonObject(0)
                        .getInt("attempts"))
                .isZero();
        assertThat(operator.delete(task.result()).status()).isEqualTo(204);
    }

    @Test
    void rotatedSecretReplacesOldOneAndStopsNoTask() {
        String name = "rotated-" + UUID.randomUUID();
        SolitudeClient before = TestServer.client(name);
        AcceptedTask task = submitPaused(before, counterPath());
        SolitudeClient after = TestServer.anonymous().as(name, clients.rotate(name));
        queue.resume();
        assertThat(before.get("/delay/result/").status()).isEqualTo(401);
        assertThat(AcceptedTask.at(after, task.uuid()).awaitReplay().status()).isEqualTo(200);
        assertThat(clients.list()).containsEntry(name, Set.of("client", "payer"));
    }

    /** The server caches clients; this one calls all the time, so that the cache always has it. */
    @Test
    void removedClientIsRefusedAtOnceWhileItIsBusy() throws InterruptedException {
        String name = "cached-" + UUID.randomUUID();
        SolitudeClient client = TestServer.client(name);
        AtomicBoolean removed = new AtomicBoolean();
        Thread calls = new Thread(() -> {
            while (!removed.get()) {
                client.get("/delay/result/");
            }
        });
        calls.start();
        try {
            clients.remove(name);
            assertThat(client.get("/delay/result/").status()).isEqualTo(401);
        } finally {
            removed.set(true);
            calls.join();
        }
    }

    private static String counterPath() {
        return "/probe/journal/" + UUID.randomUUID() + "/";
    }

    /** Submits a task to the paused queue, so that a test can change its client before it runs. */
    private AcceptedTask submitPaused(SolitudeClient client, String path) {
        queue.pause();
        return client.asynchronously().post(path, "{}");
    }

    private static void assertRefused(ApiResponse response) {
        assertThat(response.status()).as("%s", response).isEqualTo(401);
        assertThat(response.every("WWW-Authenticate")).as("%s", response).isNotEmpty();
        assertThat(response.header("Content-Type")).contains("application/problem+json");
    }
}
