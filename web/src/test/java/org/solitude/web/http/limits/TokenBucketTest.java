package org.solitude.web.http.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the rate and the burst of a token bucket. */
class TokenBucketTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final TokenBucket bucket = new TokenBucket(10, 5, NOW);

    @Test
    void requestBeyondTheBurstIsRefused() {
        assertThat(taken(7, NOW)).isEqualTo(5);
    }

    @Test
    void bucketRefillsAtItsRate() {
        taken(5, NOW);
        assertThat(taken(9, NOW.plusMillis(200))).isEqualTo(2);
    }

    @Test
    void longPauseAllowsNoMoreThanABurst() {
        assertThat(taken(50, NOW.plusSeconds(3600))).isEqualTo(5);
    }

    @Test
    void clockSetBackRemovesNoTokens() {
        taken(1, NOW);
        assertThat(taken(9, NOW.minusSeconds(60))).isEqualTo(4);
    }

    private long taken(int tries, Instant at) {
        return IntStream.range(0, tries).filter(i -> bucket.take(at)).count();
    }
}
