package org.solitude.task.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.solitude.task.DelayedTask;
import org.solitude.task.StoredResponse;
import org.solitude.task.TaskSettings;

/**
 * Decides which failures are retried, and when.
 *
 * <p>Statuses that say that a provider is unavailable (429, 502, 503, 504) are retried; failures of our own
 * infrastructure have the status 503. Any other response is final, a 500 included, because a bug repeats.
 *
 * @param maximumAttempts how often a task is attempted in all
 * @param retriesAllErrors whether a 500 is retried as well
 * @param initialInterval the pause after the first attempt; it doubles with each attempt
 * @param maximumInterval the longest such pause
 * @param jitter returns a number from 0 to 1, which spreads the second half of each pause
 */
public record RetryPolicy(
        int maximumAttempts,
        boolean retriesAllErrors,
        Duration initialInterval,
        Duration maximumInterval,
        DoubleSupplier jitter,
        Clock clock) {

    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);
    private static final int MAXIMUM_DOUBLINGS = 30;
    private static final Duration MAXIMUM_RETRY_AFTER = Duration.ofDays(1);

    /** Returns the policy for tasks whose clients asked for none. */
    static RetryPolicy of(TaskSettings settings, Clock clock) {
        return new RetryPolicy(
                settings.attempts(),
                false,
                settings.backoff(),
                settings.backoffMax(),
                () -> ThreadLocalRandom.current().nextDouble(),
                clock);
    }

    /** Applies the option of a task's client: that many retries after the first attempt, also after a 500. */
    public RetryPolicy withOptionsOf(DelayedTask task) {
        Integer retries = task.options().retries();
        return retries == null
                ? this
                : new RetryPolicy(retries + 1, true, initialInterval, maximumInterval, jitter, clock);
    }

    /** Returns whether responses of this status are retried by default. */
    public static boolean isRetryable(int status) {
        return RETRYABLE.contains(status);
    }

    /** Returns whether this policy retries after such a response. */
    public boolean shouldRetry(StoredResponse response) {
        return isRetryable(response.status()) || (retriesAllErrors && response.status() == 500);
    }

    /**
     * Returns when to retry after a failed attempt; empty if it was the last. Honours {@code Retry-After} up to a day.
     *
     * @param attempt the number of the attempt that failed, from 1
     */
    public Optional<Instant> nextAttemptAfter(int attempt, StoredResponse response) {
        if (attempt >= maximumAttempts) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration retryAfter = shorter(RetryAfter.parse(response.header("Retry-After"), now), MAXIMUM_RETRY_AFTER);
        Duration interval = intervalAfter(attempt);
        return Optional.of(now.plus(retryAfter.compareTo(interval) > 0 ? retryAfter : interval));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration intervalAfter(int attempt) {
        Duration doubled = initialInterval.multipliedBy(1L << Math.min(attempt - 1, MAXIMUM_DOUBLINGS));
        long half = shorter(doubled, maximumInterval).toMillis() / 2;
        return Duration.ofMillis(half + (long) (half * jitter.getAsDouble()));
    }
}
