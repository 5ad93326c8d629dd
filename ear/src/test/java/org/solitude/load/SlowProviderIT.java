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

/** Two hundred replays wait on an external server at the same time, on a pool of twenty connections. */
@UsesSharedServer
class SlowProviderIT {
    private static final int REPLAYS = 200;
    /** The same work on the same two cores: half the rate would be a queue, not chance. */
    private static final double AS_FAST = 0.5;

    private static final Duration AT_LEAST = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final SolitudeClient solitude = TestServer.client();
    private final LoadGenerator load = new LoadGenerator(4, Duration.ofSeconds(3));

    @Test
    void nobodyElseWaits() {
        AcceptedTask polled = solitude.asynchronously().post("/probe/echo/", "{}");
        polled.awaitReplay();
        accepts();
        Throughput acceptsBefore = accepts();
        Throughput pollsBefore = polls(polled);
        try (SlowProvider provider = new SlowProvider()) {
            List<AcceptedTask> slow = startAll(provider);
            await("all at once").atMost(SOON).until(() -> provider.waiting() == REPLAYS);
            Throughput acceptsMeanwhile = accepts();
            Throughput pollsMeanwhile = polls(polled);
            await("a while").during(AT_LEAST).atMost(SOON).until(() -> provider.waiting() == REPLAYS);
            provider.answer();
            slow.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(204));
            assertThat(acceptsMeanwhile.times(acceptsBefore))
                    .as("accepting: %s, before %s", acceptsMeanwhile, acceptsBefore)
                    .isGreaterThan(AS_FAST);
            assertThat(pollsMeanwhile.times(pollsBefore))
                    .as("polling: %s, before %s", pollsMeanwhile, pollsBefore)
                    .isGreaterThan(AS_FAST);
        }
    }

    private List<AcceptedTask> startAll(SlowProvider provider) {
        String path = "/probe/provider/?at=" + URLEncoder.encode(provider.uri().toString(), StandardCharsets.UTF_8);
        return IntStream.range(0, REPLAYS)
                .mapToObj(number -> solitude.asynchronously().post(path, "{}"))
                .toList();
    }

    private Throughput accepts() {
        SolitudeClient delayed = solitude.with("Solitude-Async", "yes");
        return load.of("accepting", 202, () -> delayed.post("/probe/echo/", "{}"));
    }

    private Throughput polls(AcceptedTask accepted) {
        return load.of("polling", 200, accepted::askForReplay);
    }
}
