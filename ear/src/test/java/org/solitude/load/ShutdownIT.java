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

/** SIGTERM in the midst of work. */
class ShutdownIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration WELL_BEFORE_ITS_TIME = Duration.ofSeconds(20);

    /** Its time to finish is over: it is interrupted, fails, and that is not its answer. */
    @Test
    void whatIsInterruptedIsRunAgainByTheNextStart() {
        try (TestDatabase database = TestDatabase.start("h2");
                ServerProcess server = new ServerProcess("interrupted", database);
                SlowProvider provider = new SlowProvider()) {
            server.set("SOLITUDE_SHUTDOWN_TIMEOUT", "1");
            server.launch();
            server.awaitUp();
            AcceptedTask running = waitingAt(provider, server);
            server.stop();
            provider.answer();
            server.launch();
            server.awaitUp();
            assertThat(running.awaitReplay().status()).isEqualTo(204);
        }
    }

    @Test
    void whatRunsIsFinishedAndNothingMoreIsTakenOn() throws InterruptedException {
        try (TestDatabase database = TestDatabase.start("h2");
                ServerProcess server = new ServerProcess("stopping", database);
                SlowProvider provider = new SlowProvider()) {
            server.launch();
            server.awaitUp();
            SolitudeClient delayed = server.client().with("Solitude-Async", "yes");
            AcceptedTask running = waitingAt(provider, server);

            CompletableFuture<ApiResponse> poll =
                    server.client().with("Prefer", "wait=60").start("GET", running.result(), RequestBody.NONE);
            await("a client waits")
                    .atMost(SOON)
                    .until(() -> server.client().get("/probe/waiting/").text().equals("1"));

            Thread stop = new Thread(server::stop, "SIGTERM");
            stop.start();
            await("no more work")
                    .atMost(SOON)
                    .until(() -> delayed.send("POST", "/probe/echo/", RequestBody.json("{}"))
                                    .status()
                            == 503);
            assertThat(poll).as("it is not left waiting").succeedsWithin(WELL_BEFORE_ITS_TIME);
            assertThat(poll.join().isNotRunYet()).as("%s", poll.join()).isTrue();
            provider.answer();
            stop.join(SOON.toMillis());
            assertThat(stop.isAlive()).as("it still runs").isFalse();

            server.launch();
            server.awaitUp();
            var result = running.askForResult();
            assertThat(result.status()).as("%s", result).isEqualTo(200);
            assertThat(result.json().getInt("status_code")).isEqualTo(204);
            assertThat(result.json().getInt("attempts"))
                    .as("finished, not begun again")
                    .isEqualTo(1);
        }
    }

    /** A task whose replay waits at the provider. */
    private static AcceptedTask waitingAt(SlowProvider provider, ServerProcess server) {
        String at = URLEncoder.encode(provider.uri().toString(), StandardCharsets.UTF_8);
        AcceptedTask running = server.client().asynchronously().post("/probe/provider/?at=" + at, "{}");
        await("the replay waits").atMost(SOON).until(() -> provider.waiting() == 1);
        return running;
    }
}
