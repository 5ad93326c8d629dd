package org.solitude.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests SIGTERM while a task runs and a long poll waits. */
class ShutdownIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration WELL_BEFORE_WAIT_ENDS = Duration.ofSeconds(20);

    /**
     * The shutdown timeout interrupts the task; the failure of the interrupted attempt is not stored as its response.
     */
    @Test
    void taskInterruptedByShutdownRunsAgainAfterRestart() {
        try (TestDatabase database = TestDatabase.create("interrupted");
                ServerProcess server = new ServerProcess("interrupted", database);
                SlowProvider provider = new SlowProvider()) {
            server.set("SOLITUDE_SHUTDOWN_TIMEOUT", "1");
            server.launch();
            server.awaitUp();
            AcceptedTask running = startTaskWaitingAt(provider, server);
            server.stop();
            provider.answer();
            server.launch();
            server.awaitUp();
            assertThat(running.awaitReplay().status()).isEqualTo(204);
        }
    }

    @Test
    void shutdownFinishesRunningTaskAndRefusesNewOnes() throws InterruptedException {
        try (TestDatabase database = TestDatabase.create("stopping");
                ServerProcess server = new ServerProcess("stopping", database);
                SlowProvider provider = new SlowProvider()) {
            server.launch();
            server.awaitUp();
            SolitudeClient asynchronous = server.client().with("Solitude-Async", "yes");
            AcceptedTask running = startTaskWaitingAt(provider, server);

            CompletableFuture<ApiResponse> poll =
                    server.client().with("Prefer", "wait=60").start("GET", running.result(), RequestBody.NONE);
            await("a long poll waits")
                    .atMost(SOON)
                    .until(() -> server.client().get("/probe/waiting/").text().equals("1"));

            Thread stop = new Thread(server::stop, "SIGTERM");
            stop.start();
            await("new tasks are refused")
                    .atMost(SOON)
                    .until(() -> asynchronous
                                    .send("POST", "/probe/echo/", RequestBody.json("{}"))
                                    .status()
                            == 503);
            assertThat(poll).as("shutdown answers the long poll").succeedsWithin(WELL_BEFORE_WAIT_ENDS);
            assertThat(poll.join().isNotRunYet()).as("%s", poll.join()).isTrue();
            provider.answer();
            stop.join(SOON.toMillis());
            assertThat(stop.isAlive()).as("the server runs on after SIGTERM").isFalse();

            server.launch();
            server.awaitUp();
            var result = running.askForResult();
            assertThat(result.status()).as("%s", result).isEqualTo(200);
            assertThat(result.json().getInt("status_code")).isEqualTo(204);
            assertThat(result.json().getInt("attempts"))
                    .as("the first attempt finished")
                    .isEqualTo(1);
        }
    }

    /** Starts a task and waits until its replay waits for the provider. */
    private static AcceptedTask startTaskWaitingAt(SlowProvider provider, ServerProcess server) {
        String url = URLEncoder.encode(provider.uri().toString(), StandardCharsets.UTF_8);
        AcceptedTask running = server.client().asynchronously().post("/probe/provider/?at=" + url, "{}");
        await("the replay waits for the provider").atMost(SOON).until(() -> provider.waiting() == 1);
        return running;
    }
}
