package org.solitude.task.execution;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.time.HttpDate;

/** Parses {@code Retry-After} (RFC 9110 10.2.3): seconds or a date. */
public final class RetryAfter {

    private RetryAfter() {}

    /** Returns the delay that the header asks for; zero if it is missing, malformed or in the past. */
    public static Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        String value = header.trim();
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        return HttpDate.parse(value, now)
                .filter(now::isBefore)
                .map(date -> Duration.between(now, date))
                .orElse(Duration.ZERO);
    }
}
