package org.solitude.web.http.body;

import java.time.Duration;

/**
 * How long a body may take: a grace period, one more second for each {@code rate} bytes that have arrived, and never
 * more than a maximum.
 */
record BodyPace(Duration grace, long rate, Duration maximum) {

    private static final int MILLIS = 1000;

    /** Returns the time that a body may have taken when so many bytes of it have arrived. */
    Duration allowed(long bytes) {
        Duration earned = grace.plusMillis(bytes * MILLIS / rate);
        return earned.compareTo(maximum) < 0 ? earned : maximum;
    }
}
