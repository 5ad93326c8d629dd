package org.solitude.web.http.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.web.http.headers.Preferences.Return;

/** Tests the parsing of {@code Prefer} (RFC 7240). */
class PreferencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async",
                "Respond-Async",
                " respond-async ,, ",
                "respond-async=\"\"",
                "respond-async; wait=5",
                "return=whole, respond-async",
                "foo=\"a, b; wait=7\", respond-async",
                "foo; bar=\"x, respond-sync\" ; baz , respond-async"
            })
    void respondAsyncIsRead(String prefer) {
        assertThat(Preferences.of(List.of(prefer))).isEqualTo(new Preferences(true, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=5|5",
                "WAIT=5|5",
                "wait = 5|5",
                "wait=\"5\"|5",
                "wait=5, wait=9|5",
                "wait=0|0",
                "wait=5;x=y|5",
                "foo=\"wait=1,wait=2\", wait=5|5",
                "wait=999999999|999999999"
            })
    void waitIsReadInSeconds(String prefer, long seconds) {
        assertThat(Preferences.of(List.of(prefer)))
                .isEqualTo(new Preferences(false, Duration.ofSeconds(seconds), null));
    }

    /** RFC 7240, 2: an unknown preference is ignored, and the first of each name counts even if it is malformed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "=",
                "wait",
                "wait=",
                "wait=-1",
                "wait=1.5",
                "wait=soon",
                "wait=soon, wait=5",
                "wait=99999999999999999999",
                "wait=\"5",
                "wait 5",
                "respond-async=yes",
                "respond-async 1",
                "return",
                "return=all",
                "return=all, return=minimal",
                "x; respond-async",
                "\"respond-async\""
            })
    void unknownOrMalformedPreferenceIsIgnored(String prefer) {
        assertThat(Preferences.of(List.of(prefer))).isEqualTo(new Preferences(false, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return=minimal|MINIMAL",
                "RETURN=Minimal|MINIMAL",
                "return=representation; x=y, return=minimal|REPRESENTATION",
                "return = \"representation\"|REPRESENTATION"
            })
    void returnIsRead(String prefer, Return returned) {
        assertThat(Preferences.of(List.of(prefer))).isEqualTo(new Preferences(false, null, returned));
    }

    @Test
    void severalHeaderLinesAreOneList() {
        assertThat(Preferences.of(List.of("wait=5", "respond-async, wait=9")))
                .isEqualTo(new Preferences(true, Duration.ofSeconds(5), null));
    }

    @Test
    void appliedNamesTheHonouredPreferences() {
        Preferences both = new Preferences(true, Duration.ofSeconds(300), Return.MINIMAL);
        assertThat(both.applied(true, Duration.ofSeconds(60))).contains("respond-async, wait=60");
        assertThat(both.applied(true, null)).contains("respond-async");
        assertThat(both.applied(false, Duration.ofSeconds(60))).contains("wait=60");
        assertThat(new Preferences(false, null, null).applied(true, null)).isEmpty();
    }

    @Test
    void hostileListsAreReadQuickly() {
        String hostile = "a;".repeat(3_000) + "\"\\" + "x,".repeat(3_000);
        assertThat(Preferences.of(List.of(hostile)).waitFor()).isNull();
        assertThat(Preferences.of(List.of("a=" + "\"\\\\".repeat(4_000))).respondAsync())
                .isFalse();
    }
}
