package org.solitude.task.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskSettings;

/** Tests that the defaults let a task outlast a long outage of a provider. */
class DefaultRetriesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void lastAttemptComesAfterAnOutageOfSeveralHours() throws NoSuchFieldException {
        assertThat(timeOfLastAttempt(0)).isGreaterThan(Duration.ofMinutes(4 * 60));
        assertThat(timeOfLastAttempt(1)).isLessThan(Duration.ofHours(12));
    }

    private static Duration timeOfLastAttempt(double jitter) throws NoSuchFieldException {
        int attempts = Integer.parseInt(defaultOf("attempts"));
        RetryPolicy policy = new RetryPolicy(
                attempts,
                false,
                Duration.parse(defaultOf("backoff")),
                Duration.parse(defaultOf("backoffMax")),
                () -> jitter,
                CLOCK);
        StoredResponse unavailable = new StoredResponse(503, List.of(), new byte[0]);
        return IntStream.range(1, attempts)
                .mapToObj(attempt -> policy.nextAttemptAfter(attempt, unavailable))
                .flatMap(Optional::stream)
                .map(next -> Duration.between(CLOCK.instant(), next))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String defaultOf(String field) throws NoSuchFieldException {
        return TaskSettings.class
                .getDeclaredField(field)
                .getAnnotation(ConfigProperty.class)
                .defaultValue();
    }
}
