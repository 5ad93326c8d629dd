package org.solitude.task.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.task.Header;
import org.solitude.task.StoredResponse;

/** Tests which responses are retried, and after which interval. */
class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void temporaryFailureIsRetried(int status) {
        assertThat(policy(1).shouldRetry(response(status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 409, 422, 500, 501})
    void finalResponseIsNotRetried(int status) {
        assertThat(policy(1).shouldRetry(response(status))).isFalse();
    }

    @Test
    void intervalDoubles() {
        assertThat(intervalAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(intervalAfter(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(intervalAfter(3)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void intervalIsCapped() {
        assertThat(intervalAfter(99)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void jitterShortensTheIntervalByUpToHalf() {
        assertThat(policy(0).nextAttemptAfter(1, response(503))).contains(NOW.plusSeconds(1));
    }

    @Test
    void lastAttemptIsNotRetried() {
        assertThat(policy(1).nextAttemptAfter(100, response(503))).isEmpty();
    }

    @Test
    void retryAfterIsHonouredBeyondTheMaximumInterval() {
        assertThat(policy(1).nextAttemptAfter(1, response(503, "90"))).contains(NOW.plusSeconds(90));
        assertThat(policy(1).nextAttemptAfter(1, response(503, "Sun, 01 Mar 2026 10:03:00 GMT")))
                .contains(NOW.plusSeconds(180));
        assertThat(policy(1).nextAttemptAfter(1, response(503, "7200"))).contains(NOW.plusSeconds(7200));
    }

    @Test
    void retryAfterShorterThanTheIntervalIsIgnored() {
        assertThat(policy(1).nextAttemptAfter(2, response(503, "1"))).contains(NOW.plusSeconds(4));
    }

    @Test
    void retryAfterIsCappedAtADay() {
        assertThat(policy(1).nextAttemptAfter(1, response(503, "999999999"))).contains(NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "", "99999999999999999999", "Sat, 01 Mar 2025 10:00:00 GMT"})
    void malformedOrPastRetryAfterIsIgnored(String value) {
        assertThat(policy(1).nextAttemptAfter(1, response(503, value))).isEqualTo(Optional.of(NOW.plusSeconds(2)));
    }

    private static Duration intervalAfter(int attempt) {
        return Duration.between(
                NOW, policy(1).nextAttemptAfter(attempt, response(503)).orElseThrow());
    }

    private static RetryPolicy policy(double jitter) {
        return new RetryPolicy(
                100,
                false,
                Duration.ofSeconds(2),
                Duration.ofMinutes(10),
                () -> jitter,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static StoredResponse response(int status) {
        return new StoredResponse(status, List.of(), new byte[0]);
    }

    private static StoredResponse response(int status, String retryAfter) {
        return new StoredResponse(status, List.of(new Header("retry-after", retryAfter)), new byte[0]);
    }
}
