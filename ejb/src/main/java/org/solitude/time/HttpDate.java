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

/** A date as HTTP has it (RFC 9110 5.6.7): the form that is sent today, and the two old ones that must be understood still. */
public final class HttpDate {

    private static final int MAXIMUM_YEARS_AHEAD = 50;

    private HttpDate() {}

    /**
     * The instant that a header's value names; empty where it is no date in any of the three forms.
     *
     * @param now tells the century of a year with two digits: it is never more than 50 years ahead
     */
    public static Optional<Instant> parse(String value, Instant now) {
        try {
            return Optional.of(anyForm(now).parse(value, Instant::from));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter anyForm(Instant now) {
        int lastOfItsCentury = Year.from(now.atOffset(ZoneOffset.UTC)).getValue() + MAXIMUM_YEARS_AHEAD;
        DateTimeFormatter rfc850 = new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, lastOfItsCentury - 99)
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
