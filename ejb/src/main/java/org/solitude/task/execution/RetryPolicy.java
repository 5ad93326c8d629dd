package org.solitude.task.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.solitude.task.DelayedTask;
import org.solitude.task.StoredResponse;

/**
 * What is tried again, and when. A provider that is away (429, 502, 503, 504; infrastructure of our own answers 503)
 * may be back; any other response is an answer, a plain 500 included, because a bug repeats.
 *
 * @param attempts how often a task is tried in all
 * @param errorsToo whether a plain 500 is tried again as well
 * @param backoff the pause after the first attempt; it doubles with each, up to {@code longest}
 * @param jitter a number from 0 to 1, new at each call: it spreads the second half of each pause
 */
public record RetryPolicy(
        int maximumAttempts,
        boolean retriesAllErrors,
        Duration initialInterval,
        Duration maximumInterval,
        DoubleSupplier jitter,
        Clock clock) {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final int MOST_DOUBLINGS = 30;
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    /** This policy as the client of a task wants it: so many attempts more than one, and a 500 is one to try again. */
    public RetryPolicy withOptionsOf(DelayedTask task) {
        Integer retries = task.options().retries();
        return retries == null
                ? this
                : new RetryPolicy(retries + 1, true, initialInterval, maximumInterval, jitter, clock);
    }

    /** Whether this status says by itself that the failure may pass. */
    public static boolean isRetryable(int status) {
        return PASSING.contains(status);
    }

    /** Whether this response says that the failure may pass. */
    public boolean shouldRetry(StoredResponse response) {
        return isRetryable(response.status()) || (retriesAllErrors && response.status() == 500);
    }

    /**
     * When to try again after the attempt number {@code attempt} (from 1) ended so, or empty: that was the last. A {@code
     * Retry-After} is honoured up to a day.
     */
    public Optional<Instant> nextAttemptAfter(int attempt, StoredResponse response) {
        if (attempt >= maximumAttempts) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration asked = shorter(RetryAfter.parse(response.header("Retry-After"), now), LONGEST_ASKED);
        Duration pause = intervalAfter(attempt);
        return Optional.of(now.plus(asked.compareTo(pause) > 0 ? asked : pause));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration intervalAfter(int attempt) {
        Duration doubled = initialInterval.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        long half = shorter(doubled, maximumInterval).toMillis() / 2;
        return Duration.ofMillis(half + (long) (half * jitter.getAsDouble()));
    }
}
