package org.solitude.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * Decides when a provider is asked about an open payment: after some patience, and then with exponential backoff, so
 * that payments that stay open for days cost little and cannot starve others.
 *
 * @param initialInterval from the payment to the first inquiry; it doubles with each inquiry
 * @param maximumInterval the longest interval between two inquiries
 * @param jitter returns a number from 0 to 1, which lengthens each interval by up to a tenth
 */
record InquirySchedule(Duration initialInterval, Duration maximumInterval, DoubleSupplier jitter, Clock clock) {

    private static final int MAXIMUM_DOUBLINGS = 30;
    private static final double JITTER_SHARE = 0.1;

    /** Returns when to ask first. */
    Instant first() {
        return clock.instant().plus(initialInterval);
    }

    /**
     * Returns when to ask again.
     *
     * @param inquiries how often the provider has been asked, the inquiry that begins now included
     */
    Instant after(int inquiries) {
        Duration doubled = initialInterval.multipliedBy(1L << Math.min(inquiries, MAXIMUM_DOUBLINGS));
        long millis = (doubled.compareTo(maximumInterval) < 0 ? doubled : maximumInterval).toMillis();
        return clock.instant().plusMillis(millis + (long) (millis * JITTER_SHARE * jitter.getAsDouble()));
    }
}
