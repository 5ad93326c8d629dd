package org.solitude.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.solitude.bench.LoadGenerator;
import org.solitude.bench.Throughput;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests that 200 replays waiting for an external server, with a pool of 20 database connections, slow no other
 * requests.
 */
@UsesSharedServer
class SlowProviderIT {
    private static final int REPLAYS = 200;
    /** The minimum ratio of the rates: less than half the rate on the same cores means queueing, not noise. */
    private static final double MINIMUM_RATIO = 0.5;

    private static final Duration OBSERVED = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SolitudeClient solitude = TestServer.client();
    private final LoadGenerator load = new LoadGenerator(4, Duration.ofSeconds(3));

    @Test
    void replaysWaitingForProviderDoNotSlowSubmissionOrPolling() {
        AcceptedTask polled = solitude.asynchronously().post("/probe/echo/", "{}");
        polled.awaitReplay();
        submissionRate();
        Throughput submissionsBefore = submissionRate();
        Throughput pollsBefore = pollRate(polled);
        try (SlowProvider provider = new SlowProvider()) {
            List<AcceptedTask> slow = startAll(provider);
            await("all replays wait for the provider").atMost(SOON).until(() -> provider.waiting() == REPLAYS);
            Throughput submissionsMeanwhile = submissionRate();
            Throughput pollsMeanwhile = pollRate(polled);
            await("the replays keep waiting").during(OBSERVED).atMost(SOON).until(() -> provider.waiting() == REPLAYS);
            provider.answer();
            slow.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(204));
            assertThat(submissionsMeanwhile.times(submissionsBefore))
                    .as("accepting: %s, before %s", submissionsMeanwhile, submissionsBefore)
                    .isGreaterThan(MINIMUM_RATIO);
            assertThat(pollsMeanwhile.times(pollsBefore))
                    .as("polling: %s, before %s", pollsMeanwhile, pollsBefore)
                    .isGreaterThan(MINIMUM_RATIO);
        }
    }

    private List<AcceptedTask> startAll(SlowProvider provider) {
        String path = "/probe/provider/?at=" + URLEncoder.encode(provider.uri().toString(), StandardCharsets.UTF_8);
        return IntStream.range(0, REPLAYS)
                .mapToObj(number -> solitude.asynchronously().post(path, "{}"))
                .toList();
    }

    private Throughput submissionRate() {
        SolitudeClient asynchronous = solitude.with("Solitude-Async", "yes");
        return load.of("accepting", 202, () -> asynchronous.post("/probe/echo/", "{}"));
    }

    private Throughput pollRate(AcceptedTask accepted) {
        return load.of("polling", 200, accepted::askForReplay);
    }
}
