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

    private static final double MAX_JITTER = 0.2;
    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);

    /**
     * When to try again after {@code tries} attempts have failed, or empty: that was the last.
     *
     * @param retryAfter what the receiver asks for; honoured up to a day
     */
    Optional<Instant> nextAttempt(int tries, @Nullable String retryAfter, Instant now) {
        if (tries > pauses.size()) {
            return Optional.empty();
        }
        Duration planned = pauses.get(tries - 1);
        Duration pause = planned.plusMillis((long) (planned.toMillis() * MAX_JITTER * jitter.getAsDouble()));
        Duration asked = RetryAfter.parse(retryAfter, now);
        Duration bounded = asked.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : asked;
        return Optional.of(now.plus(bounded.compareTo(pause) > 0 ? bounded : pause));
    }
}
