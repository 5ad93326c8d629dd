package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time of the next attempt at a failed delivery. */
class DeliveryBackoffTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private final DeliveryBackoff withoutJitter = new DeliveryBackoff(PAUSES, () -> 0);
    private final DeliveryBackoff withFullJitter = new DeliveryBackoff(PAUSES, () -> 1);

    @Test
    void jitterLengthensThePauseByAtMostAFifth() {
        assertThat(withoutJitter.nextAttempt(1, null, NOW)).contains(NOW.plusSeconds(5));
        assertThat(withFullJitter.nextAttempt(1, null, NOW)).contains(NOW.plusSeconds(6));
        assertThat(withoutJitter.nextAttempt(2, null, NOW)).contains(NOW.plusSeconds(300));
        assertThat(withFullJitter.nextAttempt(2, null, NOW)).contains(NOW.plusSeconds(360));
    }

    @Test
    void noAttemptFollowsTheLastPause() {
        assertThat(withoutJitter.nextAttempt(3, null, NOW)).isEmpty();
        assertThat(withoutJitter.nextAttempt(3, "60", NOW)).isEmpty();
    }

    @Test
    void retryAfterBeyondOneDayIsCapped() {
        assertThat(withoutJitter.nextAttempt(1, "60", NOW)).contains(NOW.plusSeconds(60));
        assertThat(withoutJitter.nextAttempt(1, "1", NOW)).contains(NOW.plusSeconds(5));
        assertThat(withoutJitter.nextAttempt(1, "Fri, 01 May 2026 01:00:00 GMT", NOW))
                .contains(NOW.plusSeconds(3600));
        assertThat(withoutJitter.nextAttempt(1, "999999999", NOW)).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(withoutJitter.nextAttempt(1, "soon", NOW)).contains(NOW.plusSeconds(5));
    }
}
