package org.solitude.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.solitude.task.execution.RetryAfter;

/**
 * When a delivery that failed is tried again.
 *
 * @param pauses after the first attempt, the second, and so on; after the last it is given up
 * @param jitter a number from 0 to 1, new at each call: it makes a pause up to a fifth longer, so that a receiver that
 *     comes back is not met by all at once
 */
public record DeliveryBackoff(List<Duration> pauses, DoubleSupplier jitter) {

    private static final double SPREAD = 0.2;
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * When to try again after {@code tries} attempts have failed, or empty: that was the last.
     *
     * @param retryAfter what the receiver asks for; honoured up to a day
     */
    Optional<Instant> nextAfter(int tries, @Nullable String retryAfter, Instant now) {
        if (tries > pauses.size()) {
            return Optional.empty();
        }
        Duration planned = pauses.get(tries - 1);
        Duration pause = planned.plusMillis((long) (planned.toMillis() * SPREAD * jitter.getAsDouble()));
        Duration asked = RetryAfter.parse(retryAfter, now);
        Duration bounded = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        return Optional.of(now.plus(bounded.compareTo(pause) > 0 ? bounded : pause));
    }
}
