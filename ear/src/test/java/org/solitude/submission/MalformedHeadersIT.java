package org.solitude.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.RawHttp;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that a malformed header for an option of a task gets a 400 that names the header and its form. */
@UsesSharedServer
class MalformedHeadersIT {
    private final SolitudeClient solitude = TestServer.client();
    private final TaskCount tasks = new TaskCount(solitude);

    private static Stream<Arguments> malformedValues() {
        String time = "HTTP date";
        String far = "366 days";
        String future = "in the future";
        String key = "1 to 255 printable ASCII characters";
        return Stream.of(
                        cases(
                                "Solitude-Priority",
                                "0 to 9",
                                "",
                                "10",
                                "-1",
                                "+1",
                                "high",
                                "4.5",
                                "4,5",
                                "0x4",
                                "99999"),
                        cases("Solitude-Retries", "0 to 20", "", "21", "-1", "often", "1e1", "2147483648"),
                        cases("Solitude-Not-Before", time, "", "tomorrow", "-5", "1.5", "12:00", "1e3", "9999999999"),
                        cases("Solitude-Not-Before", time, "Sun, 99 Nov 1994 08:49:37 GMT", "2026-11-24T22:00:00Z"),
                        cases("Solitude-Not-Before", far, "999999999", "Sat, 06 Nov 2094 08:49:37 GMT"),
                        cases("Solitude-Expires", time, "", "tomorrow", "-5", "1.5", "PT5S", "Thu, 99 Foo 1970"),
                        cases("Solitude-Expires", far, "999999999"),
                        cases("Solitude-Expires", future, "0", "Sun, 06 Nov 1994 08:49:37 GMT"),
                        cases("Solitude-Ordering-Key", key, "", "k".repeat(256)))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> cases(String header, String form, String... values) {
        return Stream.of(values).map(value -> Arguments.of(header, value, form));
    }

    @ParameterizedTest
    @MethodSource("malformedValues")
    void malformedValueIs400ThatNamesHeaderAndForm(String header, String value, String form) {
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> solitude.with("Solitude-Async", "yes").with(header, value).post("/probe/echo/", "{}"));
        ProblemAssertions.assertProblem(response, 400);
        assertThat(response.json().getString("detail")).contains(header).contains(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Solitude-Priority: 4\r\nSolitude-Priority: 5",
                "Solitude-Retries: 1\r\nSolitude-Retries: 1",
                "Solitude-Not-Before: 1\r\nsolitude-not-before: 2",
                "Solitude-Expires: 60\r\nSolitude-Expires: 61",
                "Solitude-Ordering-Key: a\r\nSolitude-Ordering-Key: b",
                "Solitude-Ordering-Key: Kontonummer für Löhne"
            })
    void duplicateOrNonAsciiHeaderIs400(String headers) {
        var http = RawHttp.to(TestServer.running());
        ApiResponse response =
                tasks.assertNoTaskCreated(() -> http.send("POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\n"
                        + "Solitude-Async: yes\r\n" + headers + "\r\nContent-Length: 2\r\n\r\n{}"));
        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void expiryBeforeNotBeforeIs400() {
        ApiResponse response = tasks.assertNoTaskCreated(() -> solitude.with("Solitude-Async", "yes")
                .with("Solitude-Not-Before", "60")
                .with("Solitude-Expires", "30")
                .post("/probe/echo/", "{}"));
        ProblemAssertions.assertProblem(response, 400);
        assertThat(response.json().getString("detail"))
                .contains("Solitude-Expires")
                .contains("Solitude-Not-Before");
    }

    /** Sends the minimum and maximum of each option. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Solitude-Priority=0",
                "Solitude-Priority=9",
                "Solitude-Retries=0",
                "Solitude-Retries=20",
                "Solitude-Not-Before=0",
                "Solitude-Not-Before=Sun, 06 Nov 1994 08:49:37 GMT",
                "Solitude-Expires=3600",
                "Solitude-Ordering-Key=k",
                "Solitude-Ordering-Key= !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~ "
            })
    void validValueIsAccepted(String header) {
        String[] pair = header.split("=", 2);
        ApiResponse response =
                solitude.with("Solitude-Async", "yes").with(pair[0], pair[1]).post("/probe/echo/", "{}");
        assertThat(response.status()).as("%s", response).isEqualTo(202);
    }
}
