package org.solitude.delay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

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
        int attempts, boolean errorsToo, Duration backoff, Duration longest, DoubleSupplier jitter, Clock clock) {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final int MOST_DOUBLINGS = 30;

    /** This policy as the client of a task wants it: so many attempts more than one, and a 500 is one to try again. */
    public RetryPolicy asWishedFor(DelayedTask task) {
        Integer retries = task.wishes().retries();
        return retries == null ? this : new RetryPolicy(retries + 1, true, backoff, longest, jitter, clock);
    }

    /** Whether this status says by itself that the failure may pass. */
    public static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /** Whether this response says that the failure may pass. */
    public boolean mayPass(StoredResponse response) {
        return isPassing(response.status()) || (errorsToo && response.status() == 500);
    }

    /** When to try again after the attempt number {@code attempt} (from 1) ended so, or empty: that was the last. */
    public Optional<Instant> nextAfter(int attempt, StoredResponse response) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration asked = RetryAfter.pause(response.header("Retry-After"), now);
        Duration pause = asked.compareTo(pauseAfter(attempt)) > 0 ? asked : pauseAfter(attempt);
        return Optional.of(now.plus(pause.compareTo(longest) > 0 ? longest : pause));
    }

    private Duration pauseAfter(int attempt) {
        Duration doubled = backoff.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration full = doubled.compareTo(longest) > 0 ? longest : doubled;
        long half = full.toMillis() / 2;
        return Duration.ofMillis(half + (long) (half * jitter.getAsDouble()));
    }
}
