package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.RawConnection;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;

/**
 * Tests that slow clients stop nobody: slow heads and bodies, and idle connections, on a server with few threads and
 * small budgets.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SlowClientsIT {
    private static final int THREADS = 8;
    private static final int OF_ALL = 60;
    private static final int OF_ONE_CLIENT = 50;
    private static final int OF_ONE_ADDRESS = 5;
    private static final int MANY = 100;
    private static final int SMALL = 4096;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.create("slow");
    private final ReferenceProvider provider = ReferenceProvider.start(Faults.none());
    private final ServerProcess server = new ServerProcess("slow", database, provider);
    private final List<RawConnection> connections = new ArrayList<>();

    @BeforeAll
    void start() {
        server.set("SOLITUDE_HTTP_THREADS", Integer.toString(THREADS));
        server.set("SOLITUDE_REQUEST_BODY_GRACE", "PT3S");
        server.set("SOLITUDE_REQUEST_BODY_DURATION_MAX", "PT6S");
        server.set("SOLITUDE_REQUEST_ANONYMOUS_BODY_DURATION_MAX", "PT2S");
        server.set("SOLITUDE_REQUEST_BODIES_MAX", Integer.toString(OF_ALL));
        server.set("SOLITUDE_REQUEST_BODIES_PER_CLIENT_MAX", Integer.toString(OF_ONE_CLIENT));
        server.set("SOLITUDE_REQUEST_ANONYMOUS_BODIES_PER_ADDRESS_MAX", Integer.toString(OF_ONE_ADDRESS));
        server.set("SOLITUDE_REQUEST_BODY_MEMORY_MAX", Integer.toString(12 << 20));
        server.set("SOLITUDE_RESPONSE_WAIT_MAX", "PT3S");
        server.set("SOLITUDE_RESPONSE_WAITING_MAX", "4");
        server.set("SOLITUDE_REQUEST_PARSE_MILLIS", "2000");
        server.set("SOLITUDE_IDLE_CONNECTION_MILLIS", "3000");
        server.launch();
        server.awaitUp();
    }

    @AfterEach
    void closeConnections() {
        connections.forEach(RawConnection::close);
        connections.clear();
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/notices/x/", "/provider/reference/notify/", "/generic/seller/", "/services/live", "/openapi"})
    void slowBodiesWithoutLoginStopNobody(String path) {
        for (int i = 0; i < MANY; i++) {
            connect().send(head("POST", path, "") + "Content-Length: 5000\r\n\r\n{");
        }
        assertOthersAreServed();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5000\r\n\r\n{",
                "Content-Length: 1000000000\r\n\r\n{",
                "Transfer-Encoding: chunked\r\n\r\n5\r\n{",
                "Expect: 100-continue\r\nContent-Length: 5000\r\n\r\n",
                "Solitude-Async: yes\r\nIdempotency-Key: slow\r\nContent-Length: 5000\r\n\r\n{"
            })
    void slowBodiesOfOneClientStopNobody(String rest) {
        for (int i = 0; i < MANY; i++) {
            connect().send(head("POST", "/generic/seller/", authorization()) + rest);
        }
        assertOthersAreServed();
    }

    @Test
    void slowHeadsStopNobodyAndAreClosed() {
        for (int i = 0; i < MANY; i++) {
            connect().send("POST /generic/seller/ HTTP/1.1\r\nHost: local");
        }
        assertOthersAreServed();
        assertThat(connections.get(0).isClosedByServer()).isTrue();
    }

    @Test
    void idleConnectionsStopNobodyAndAreClosed() {
        for (int i = 0; i < 10 * MANY; i++) {
            connect();
        }
        assertOthersAreServed();
        assertThat(connections.get(0).isClosedByServer()).isTrue();
    }

    @Test
    void slowReadersStopNobodyAndAreClosed() {
        for (int i = 0; i < 3 * THREADS; i++) {
            connect(SMALL).send(post("/probe/body/large/3072/", "Content-Length: 2\r\n\r\n{}"));
        }
        assertOthersAreServed();
        await("responses are cut off").atMost(LATER).until(() -> connections.stream()
                .allMatch(RawConnection::isRefusingBytes));
        assertThat(server.client().post("/probe/body/large/3072/", "{}").body()).hasSize(3072 << 10);
    }

    @Test
    void bodyThatStaysAwayIs408AndItsConnectionIsClosed() {
        RawConnection slow = connect().send(post("/generic/seller/", "Content-Length: 5000\r\n\r\n{"));
        ApiResponse response = slow.read();
        ProblemAssertions.assertProblem(response, 408);
        assertThat(response.header("Connection")).contains("close");
        assertThat(slow.isClosedByServer()).isTrue();
    }

    @Test
    void bodyWithoutLoginThatStaysAwayIs408() {
        RawConnection slow = connect().send(head("POST", "/notices/reference/", "") + "Content-Length: 5000\r\n\r\n{");
        ProblemAssertions.assertProblem(slow.read(), 408);
    }

    @Test
    void unknownProviderIs404BeforeTheBody() {
        RawConnection stranger = connect().send(head("POST", "/notices/x/", "") + "Content-Length: 5000\r\n\r\n");
        ProblemAssertions.assertProblem(stranger.read(), 404);
    }

    @Test
    void missingLoginIs401BeforeTheBody() {
        RawConnection stranger = connect().send(head("POST", "/generic/seller/", "") + "Content-Length: 5000\r\n\r\n");
        ProblemAssertions.assertProblem(stranger.read(), 401);
    }

    @Test
    void eventLargerThanOneWithoutLoginMayBeIs413() {
        RawConnection stranger =
                connect().send(head("POST", "/notices/reference/", "") + "Content-Length: 300000\r\n\r\n");
        ProblemAssertions.assertProblem(stranger.read(), 413);
    }

    @Test
    void bodiesOfOneAddressWithoutLoginAreLimited() {
        List<RawConnection> unfinished = startBodies(OF_ONE_ADDRESS + 1, head("POST", "/notices/reference/", ""));
        assertTemporary(firstResponse(unfinished), 429);
        assertThat(server.client().post("/probe/echo/", "{}").status()).isEqualTo(200);
    }

    @Test
    void bodiesOfOneClientAndOfAllAreLimited() {
        List<RawConnection> ofOne = startBodies(OF_ONE_CLIENT + 1, head("POST", "/probe/echo/", authorization()));
        assertTemporary(firstResponse(ofOne), 429);
        String other = "Authorization: " + server.login("other").basic() + "\r\n";
        List<RawConnection> ofOther = startBodies(OF_ALL - OF_ONE_CLIENT + 1, head("POST", "/probe/echo/", other));
        assertTemporary(firstResponse(ofOther), 503);
        // in one packet with its head, as a body that is under way needs a place
        assertThat(connect()
                        .send(post("/probe/echo/", "Content-Length: 2\r\n\r\n{}"))
                        .read()
                        .status())
                .as("a body that has arrived is processed")
                .isEqualTo(200);
        closeConnections();
        await("places are free again").atMost(LATER).untilAsserted(() -> {
            RawConnection again = connect().send(post("/probe/echo/", "Content-Length: 2\r\n\r\n{"));
            server.anonymous().get("/services/live");
            assertThat(again.send("}").read().status()).isEqualTo(200);
        });
    }

    @Test
    void largeBodiesBeyondTheirMemoryAre503() {
        int size = 8 << 20;
        String length = "Content-Length: " + size + "\r\n\r\n";
        RawConnection first = connect().send(post("/probe/echo/", length)).send("x".repeat(size - 1));
        RawConnection second = connect().send(post("/probe/echo/", length)).sendInBackground("x".repeat(size));
        assertTemporary(second.read(), 503);
        assertThat(first.send("x").read().status()).isEqualTo(200);
        await("there is memory again")
                .atMost(LATER)
                .until(() -> connect()
                                .send(post("/probe/echo/", length))
                                .sendInBackground("x".repeat(size))
                                .read()
                                .status()
                        == 200);
    }

    /** The head alone, then the body in two parts, each once the server has had time to see the one before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 20\r\n\r\n|{\"text\": \"in |parts\"}",
                "Transfer-Encoding: chunked\r\n\r\n|c\r\n{\"text\": \"in|\r\n6\r\n part|s\r\n2\r\n\"}\r\n0\r\n\r\n",
                "Idempotency-Key: parts\r\nContent-Length: 20\r\n\r\n{\"text\"|: \"in parts\"|}"
            })
    void bodyThatArrivesInPartsIsProcessed(String request) {
        RawConnection connection = connect().send(head("POST", "/probe/echo/", authorization()));
        for (String part : request.split("\\|")) {
            connection.send(part);
            assertThat(server.anonymous().get("/services/live").status()).isEqualTo(200);
        }
        ApiResponse response = connection.read();
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        assertThat(response.text()).isEqualTo("{\"text\": \"in parts\"}");
        assertThat(connection
                        .send(post("/probe/echo/", "Content-Length: 2\r\n\r\n{}"))
                        .read()
                        .text())
                .as("the connection is used again")
                .isEqualTo("{}");
    }

    @Test
    void bodyOfATaskArrivesInParts() {
        RawConnection connection =
                connect().send(post("/probe/echo/", "Solitude-Async: yes\r\nContent-Length: 20\r\n\r\n{\"text\""));
        assertThat(server.anonymous().get("/services/live").status()).isEqualTo(200);
        ApiResponse accepted = connection.send(": \"in parts\"}").read();
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
        AcceptedTask task = AcceptedTask.of(server.client(), accepted);
        assertThat(task.awaitReplay().text()).isEqualTo("{\"text\": \"in parts\"}");
    }

    @Test
    void expectedContinueIsSentWhenTheBodyIsReceived() {
        RawConnection connection =
                connect().send(post("/probe/echo/", "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
        assertThat(connection.read().status()).isEqualTo(100);
        assertThat(connection.send("{}").read().text()).isEqualTo("{}");
    }

    /** The client still sends while it is refused, and can read the response. */
    @Test
    void unwantedBodyIsDrained() {
        RawConnection stranger =
                connect().send(head("POST", "/generic/seller/", "") + "Content-Length: 9000000\r\n\r\n");
        assertThat(stranger.send("x".repeat(9_000_000)).read().status()).isEqualTo(401);
        assertThat(stranger.send(post("/probe/echo/", "Content-Length: 2\r\n\r\n{}"))
                        .read()
                        .text())
                .as("the connection is used again")
                .isEqualTo("{}");
    }

    /** The gate that holds the threads is opened by a task, which needs none of them. */
    @Test
    void livenessIsAnsweredWhileAllThreadsAreBusy() {
        server.client().with("Solitude-Not-Before", "6").asynchronously().put("/probe/gate/threads/", "{}");
        List<CompletableFuture<ApiResponse>> blocked = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            blocked.add(server.client().start("POST", "/probe/gate/threads/", RequestBody.json("{}")));
        }
        await("all threads are busy")
                .atMost(SOON)
                .until(() -> isLate(server.client().start("GET", "/generic/seller/", RequestBody.NONE)));
        assertThat(server.anonymous().get("/services/live").text()).isEqualTo("alive");
        assertThat(blocked).noneMatch(CompletableFuture::isDone);
        assertThat(blocked).allSatisfy(each -> assertThat(each).succeedsWithin(LATER));
    }

    private List<RawConnection> startBodies(int number, String head) {
        return IntStream.range(0, number)
                .mapToObj(i -> connect().send(head + "Content-Length: 5000\r\n\r\n{"))
                .toList();
    }

    private static ApiResponse firstResponse(List<RawConnection> connections) {
        return await("a response")
                .atMost(SOON)
                .until(
                        () -> connections.stream()
                                .filter(RawConnection::isAnswered)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .read();
    }

    private static boolean isLate(CompletableFuture<ApiResponse> response) {
        try {
            response.get(500, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException late) {
            return true;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private RawConnection connect() {
        return connect(0);
    }

    private RawConnection connect(int receiveBuffer) {
        RawConnection connection = RawConnection.open(server.ports(), receiveBuffer);
        connections.add(connection);
        return connection;
    }

    private String authorization() {
        return "Authorization: " + server.login().basic() + "\r\n";
    }

    private String post(String path, String rest) {
        return head("POST", path, authorization()) + rest;
    }

    private static String head(String method, String path, String authorization) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + authorization;
    }

    private static void assertTemporary(ApiResponse response, int status) {
        ProblemAssertions.assertProblem(response, status);
        assertThat(response.header("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
    }

    private void assertOthersAreServed() {
        assertThat(server.anonymous().start("GET", "/services/live", RequestBody.NONE))
                .as("liveness")
                .succeedsWithin(SOON);
        assertThat(server.client("bystander").start("POST", "/probe/echo/", RequestBody.json("{}")))
                .as("a write")
                .succeedsWithin(SOON)
                .satisfies(response -> assertThat(response.status()).isEqualTo(200));
    }
}
