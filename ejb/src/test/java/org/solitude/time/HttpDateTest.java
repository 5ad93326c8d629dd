package org.solitude.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the three forms of dates in RFC 9110 5.6.7. */
class HttpDateTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    /** The three examples of RFC 9110 5.6.7. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void allThreeFormsAreParsed(String value) {
        assertThat(HttpDate.parse(value, NOW)).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Friday, 31-Dec-99 23:59:59 GMT | 1999-12-31T23:59:59Z",
                "Thursday, 31-Dec-76 23:59:59 GMT | 2076-12-31T23:59:59Z",
                "Saturday, 31-Dec-77 23:59:59 GMT | 1977-12-31T23:59:59Z"
            })
    void twoDigitYearIsAtMostFiftyYearsAhead(String value, Instant meant) {
        assertThat(HttpDate.parse(value, NOW)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "1994-11-06T08:49:37Z",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 25:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 GMT and more"
            })
    void otherFormsAreRefused(String value) {
        assertThat(HttpDate.parse(value, NOW)).isEmpty();
    }
}
