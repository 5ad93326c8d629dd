package org.solitude.longpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests {@code Prefer: wait=N} on the polling URLs. */
@UsesSharedServer
class LongPollIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SolitudeClient solitude = TestServer.client();
    private final SolitudeClient waiting = solitude.with("Prefer", "wait=50");
    private final String gate = "/probe/gate/" + UUID.randomUUID() + "/";

    @AfterEach
    void openGateAndAwaitNoLongPolls() {
        solitude.delete(gate);
        awaitWaiting(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "replay"})
    void taskEndAnswersLongPoll(String kind) {
        AcceptedTask accepted = solitude.asynchronously().post(gate, "{}");
        CompletableFuture<ApiResponse> poll = poll(waiting, accepted, kind);
        awaitWaiting(1);
        assertThat(poll).isNotDone();
        solitude.delete(gate);
        assertThat(poll).succeedsWithin(SOON);
        ApiResponse response = poll.join();
        assertThat(response.every("Solitude-Async")).containsExactly("yes");
        assertThat(response.header("Preference-Applied")).contains("wait=50");
        assertThat(response.every("Vary")).contains("Prefer");
        assertThat(response.header("Cache-Control").orElse("")).contains("no-store");
        ApiResponse plain = kind.equals("result") ? accepted.askForResult() : accepted.askForReplay();
        assertThat(response.status()).isEqualTo(plain.status());
        assertThat(response.body()).isEqualTo(plain.body());
        assertThat(response.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "replay"})
    void longPollIsAnsweredWhenWaitEnds(String kind) {
        AcceptedTask accepted = solitude.asynchronously().post(gate, "{}");
        ApiResponse response =
                poll(solitude.with("Prefer", "wait=1"), accepted, kind).join();
        assertThat(response.isNotRunYet()).as("%s", response).isTrue();
        assertThat(response.header("Preference-Applied")).contains("wait=1");
        assertThat(response.header("Retry-After")).isPresent();
    }

    @Test
    void endedTaskIsAnsweredAtOnceAndWaitIsCapped() {
        AcceptedTask accepted = solitude.asynchronously().post("/probe/echo/", "{}");
        accepted.awaitReplay();
        ApiResponse response = solitude.with("Prefer", "wait=86400").get(accepted.replay());
        assertThat(response.isFinal()).isTrue();
        assertThat(response.header("Preference-Applied"))
                .as("the setting caps the wait")
                .contains("wait=60");
    }

    @Test
    void cancellationAnswersLongPoll() {
        AcceptedTask accepted = acceptNotDue();
        CompletableFuture<ApiResponse> poll = poll(waiting, accepted, "result");
        awaitWaiting(1);
        assertThat(solitude.delete(accepted.result()).status()).isEqualTo(204);
        assertThat(poll).succeedsWithin(SOON).satisfies(response -> {
            assertThat(response.status()).isEqualTo(410);
            assertThat(response.every("Solitude-Async")).containsExactly("no");
        });
    }

    @Test
    void taskEndWithoutNotificationIsFoundInDatabase() {
        AcceptedTask accepted = acceptNotDue();
        CompletableFuture<ApiResponse> poll = poll(waiting, accepted, "replay");
        awaitWaiting(1);
        assertThat(solitude.post("/probe/waiting/" + accepted.uuid() + "/end", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(poll).succeedsWithin(SOON).satisfies(response -> assertThat(response.status())
                .isEqualTo(410));
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "replay"})
    void longPollForForeignOrUnknownTaskIs404AtOnce(String kind) {
        AcceptedTask accepted = acceptNotDue();
        SolitudeClient other = TestServer.client("other").with("Prefer", "wait=50");
        ApiResponse foreign = poll(other, accepted, kind).join();
        ApiResponse unknown = poll(
                        waiting, AcceptedTask.at(solitude, UUID.randomUUID().toString()), kind)
                .join();
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.header("Solitude-Async")).isEmpty();
        assertThat(foreign.body()).isEqualTo(unknown.body());
        assertThat(foreign.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(waiting.get("/delay/" + kind + "/no-uuid/").status()).isEqualTo(404);
        solitude.delete(accepted.result());
    }

    /** The server does not notice a closed connection while it waits; it removes the long poll when the task ends. */
    @Test
    void longPollOfDisconnectedClientIsRemovedAtTaskEnd() throws IOException {
        AcceptedTask accepted = solitude.asynchronously().post(gate, "{}");
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), TestServer.running().ports().http())) {
            socket.getOutputStream()
                    .write(("GET " + accepted.replay()
                                    + " HTTP/1.1\r\nHost: solitude\r\nPrefer: wait=50\r\nAuthorization: "
                                    + TestServer.running().logins().tests().basic() + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            awaitWaiting(1);
        }
        solitude.delete(gate);
        awaitWaiting(0);
        assertThat(accepted.awaitReplay().text()).isEqualTo("passed");
    }

    private AcceptedTask acceptNotDue() {
        return AcceptedTask.of(
                solitude,
                solitude.with("Solitude-Async", "yes")
                        .with("Solitude-Not-Before", "3600")
                        .post("/probe/echo/", "{}"));
    }

    private static CompletableFuture<ApiResponse> poll(SolitudeClient client, AcceptedTask accepted, String kind) {
        return client.start("GET", kind.equals("result") ? accepted.result() : accepted.replay(), RequestBody.NONE);
    }

    private void awaitWaiting(int number) {
        await(number + " long polls wait")
                .atMost(SOON)
                .until(() -> solitude.get("/probe/waiting/").text().equals(Integer.toString(number)));
    }
}
