package org.solitude.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses dates of HTTP (RFC 9110 5.6.7): the current form and the two obsolete ones that must be accepted.
 *
 * <p>Written by hand: {@code DateUtils.parseStandardDate} of HttpClient 5.5.2 rejects the RFC's own examples of both
 * obsolete forms, and reads a two-digit year as 20xx.
 */
public final class HttpDate {

    private static final int MAXIMUM_YEARS_AHEAD = 50;

    private HttpDate() {}

    /**
     * Returns the time that a header field names; empty if it has none of the three forms.
     *
     * @param now determines the century of a two-digit year: the date is at most 50 years in the future
     */
    public static Optional<Instant> parse(String value, Instant now) {
        try {
            return Optional.of(anyFormat(now).parse(value, Instant::from));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter anyFormat(Instant now) {
        int latestYear = Year.from(now.atOffset(ZoneOffset.UTC)).getValue() + MAXIMUM_YEARS_AHEAD;
        DateTimeFormatter rfc850 = new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, latestYear - 99)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
        return new DateTimeFormatterBuilder()
                .appendOptional(DateTimeFormatter.RFC_1123_DATE_TIME)
                .appendOptional(rfc850)
                .appendOptional(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH))
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ENGLISH);
    }
}
