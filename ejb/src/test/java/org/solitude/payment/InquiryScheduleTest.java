package org.solitude.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Tests when a provider is asked about an open payment. */
class InquiryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @Test
    void firstInquiryWaitsForTheInitialInterval() {
        assertThat(schedule(0).first()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void intervalDoublesUpToTheMaximum() {
        assertThat(after(0, 1)).isEqualTo(Duration.ofMinutes(4));
        assertThat(after(0, 2)).isEqualTo(Duration.ofMinutes(8));
        assertThat(after(0, 3)).isEqualTo(Duration.ofMinutes(15));
        assertThat(after(0, 1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void jitterLengthensTheIntervalByUpToATenth() {
        assertThat(after(1, 1)).isEqualTo(Duration.ofSeconds(264));
    }

    private static Duration after(double jitter, int inquiries) {
        return Duration.between(NOW, schedule(jitter).after(inquiries));
    }

    private static InquirySchedule schedule(double jitter) {
        return new InquirySchedule(
                Duration.ofMinutes(2), Duration.ofMinutes(15), () -> jitter, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
