package org.solitude.web.http.limits;

import java.time.Duration;
import java.time.Instant;

/** Allows a steady rate, and a burst after a pause (token bucket). */
final class TokenBucket {

    private final double perSecond;
    private final double burst;
    private double tokens;
    private Instant lastRefill;

    TokenBucket(double perSecond, double burst, Instant now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.lastRefill = now;
    }

    /** Takes one token; false where there is none at that instant. */
    synchronized boolean take(Instant now) {
        double seconds = Duration.between(lastRefill, now).toNanos() / 1e9;
        tokens = Math.min(burst, tokens + Math.max(0, seconds) * perSecond);
        lastRefill = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
