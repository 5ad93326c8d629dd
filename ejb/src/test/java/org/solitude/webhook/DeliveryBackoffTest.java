package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryBackoffTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private final DeliveryBackoff early = new DeliveryBackoff(PAUSES, () -> 0);
    private final DeliveryBackoff late = new DeliveryBackoff(PAUSES, () -> 1);

    @Test
    void eachFailureHasItsPauseAndSomeJitter() {
        assertThat(early.nextAttempt(1, null, NOW)).contains(NOW.plusSeconds(5));
        assertThat(late.nextAttempt(1, null, NOW)).contains(NOW.plusSeconds(6));
        assertThat(early.nextAttempt(2, null, NOW)).contains(NOW.plusSeconds(300));
        assertThat(late.nextAttempt(2, null, NOW)).contains(NOW.plusSeconds(360));
    }

    @Test
    void afterTheLastPauseItIsGivenUp() {
        assertThat(early.nextAttempt(3, null, NOW)).isEmpty();
        assertThat(early.nextAttempt(3, "60", NOW)).isEmpty();
    }

    @Test
    void retryAfterIsHonouredUpToADay() {
        assertThat(early.nextAttempt(1, "60", NOW)).contains(NOW.plusSeconds(60));
        assertThat(early.nextAttempt(1, "1", NOW)).contains(NOW.plusSeconds(5));
        assertThat(early.nextAttempt(1, "Fri, 01 May 2026 01:00:00 GMT", NOW)).contains(NOW.plusSeconds(3600));
        assertThat(early.nextAttempt(1, "999999999", NOW)).contains(NOW.plus(Duration.ofDays(1)));
        assertThat(early.nextAttempt(1, "soon", NOW)).contains(NOW.plusSeconds(5));
    }
}
