package org.solitude.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.solitude.task.execution.RetryAfter;

/**
 * Computes when a failed delivery is retried.
 *
 * @param pauses the pause after the first attempt, the second, and so on; after the last the delivery fails
 * @param jitter a number from 0 to 1, new at each call. It lengthens a pause by up to a fifth, so that a receiver that
 *     recovers does not get all retries at once.
 */
public record DeliveryBackoff(List<Duration> pauses, DoubleSupplier jitter) {

    private static final double MAX_JITTER = 0.2;
    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);

    /**
     * Returns the time of the next attempt, or empty if {@code tries} attempts were all.
     *
     * @param retryAfter the receiver's {@code Retry-After}, capped at one day
     */
    Optional<Instant> nextAttempt(int tries, @Nullable String retryAfter, Instant now) {
        if (tries > pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(tries - 1);
        Duration jittered = pause.plusMillis((long) (pause.toMillis() * MAX_JITTER * jitter.getAsDouble()));
        Duration requested = RetryAfter.parse(retryAfter, now);
        Duration bounded = requested.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : requested;
        return Optional.of(now.plus(bounded.compareTo(jittered) > 0 ? bounded : jittered));
    }
}
