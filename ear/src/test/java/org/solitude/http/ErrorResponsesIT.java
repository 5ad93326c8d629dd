package org.solitude.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.RawHttp;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;

/**
 * Tests that a request that is wrong in its HTTP form gets a problem that says what to change, and leaves no stack
 * trace in the log.
 */
@UsesSharedServer
class ErrorResponsesIT {
    private static final String JSON = "Content-Type: application/json\r\n";

    private final RawHttp http = RawHttp.to(TestServer.running());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /generic/seller/%ff/     | Host: localhost                   | 400 | not UTF-8",
                "GET  | /generic/seller/?uuid=%ff| Host: localhost                   | 400 | not UTF-8",
                "GET  | /generic/seller/%E4/     | Solitude-Async: yes               | 400 | not UTF-8",
                "GET  | /generic/seller/         | Accept: garbage                   | 400 | Accept must be a list",
                "GET  | /generic/seller/         | Accept: /                         | 400 | Accept must be a list",
                "GET  | /generic/seller/         | Accept: ;;,,                      | 400 | Accept must be a list",
                "GET  | /generic/seller/         | Accept: */*;q=x                   | 400 | Accept must be a list",
                "GET  | /generic/seller/         | Accept: */*;q=7                   | 400 | Accept must be a list",
                "GET  | /generic/seller/         | Accept-Language: ;;garbage;q=x    | 400 | Accept-Language must be",
                "GET  | /services/live           | Accept: garbage                   | 400 | Accept must be a list",
                "GET  | /generic/seller/         | Content-Type: garbage             | 400 | Content-Type must be one",
                "POST | /generic/seller/         | Content-Type: garbage             | 400 | Content-Type must be one",
                "POST | /generic/seller/         | Content-Type: /                   | 400 | Content-Type must be one",
                "POST | /generic/seller/         | Content-Type: a/b/c               | 400 | Content-Type must be one",
                "POST | /generic/seller/         | Content-Type: */*                 | 400 | Content-Type must be one",
                "POST | /notices/reference/      | Content-Type: garbage             | 400 | Content-Type must be one",
                "POST | /generic/seller/         | Expect: a-miracle                 | 417 | 100-continue",
                "post | /generic/seller/         | Content-Type: application/json    | 501 | send POST",
                "get  | /generic/seller/         | Host: localhost                   | 501 | send GET",
                "POST | /docs/                   | Content-Type: application/json    | 405 | Allow header",
                "PROPFIND | /generic/seller/     | Host: localhost                   | 405 | Allow header",
                "CONNECT | /generic/seller/      | Host: localhost                   | 405 | Allow header"
            })
    void malformedRequestGetsProblemThatSaysWhatToChange(
            String method, String path, String header, int status, String sentence) {
        var response = new AtomicReference<ApiResponse>();
        assertThat(ServerLog.ofRunning()
                        .stackTraceDuring(() ->
                                response.updateAndGet(none -> http.send(request(method, path, header + "\r\n", "{}")))))
                .isEmpty();
        ProblemAssertions.assertProblem(response.get(), status);
        assertThat(response.get().json().getString("detail")).contains(sentence);
        if (status == 405) {
            assertThat(response.get().header("Allow").orElse("")).contains("GET");
        }
    }

    @Test
    void contentTypeSentTwiceIs400() {
        ApiResponse response =
                http.send(request("POST", "/generic/seller/", JSON + "Content-Type: text/html\r\n", "{}"));
        ProblemAssertions.assertProblem(response, 400);
        assertThat(response.json().getString("detail")).contains("one media type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json;q=1.0",
                "application/json;charset=\"utf-8\"",
                "*/*",
                ""
            })
    void acceptAsOtherClientsSendItIsServed(String accept) {
        ApiResponse response = http.send(request("GET", "/generic/seller/", "Accept: " + accept + "\r\n", ""));
        assertThat(response.status()).as("%s", response).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB, de;q=0.5, *;q=0.1", ""})
    void languagesAreAccepted(String languages) {
        ApiResponse response =
                http.send(request("GET", "/generic/seller/", "Accept-Language: " + languages + "\r\n", ""));
        assertThat(response.status()).as("%s", response).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'',empty", "'  ',empty", "'{',after 1 characters", "'null',after 4 characters"})
    void bodyThatIsNoObjectGetsTrueSentence(String body, String sentence) {
        ApiResponse response = http.send(request("POST", "/generic/seller/", JSON, body));
        ProblemAssertions.assertProblem(response, 400);
        assertThat(response.json().getString("detail")).contains(sentence).doesNotContain("-1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /generic/seller/, gzip, X-None: none",
        "POST, /generic/seller/, 'gzip, br', X-None: none",
        "POST, /generic/seller/, deflate, Solitude-Async: yes",
        "PATCH, /generic/seller/1/, br, Prefer: respond-async",
        "POST, /provider/reference/transactions/, gzip, X-None: none",
        "POST, /notices/reference/, gzip, X-None: none"
    })
    void encodedBodyIs415(String method, String path, String encoding, String header) {
        ApiResponse response = http.send(
                request(method, path, JSON + "Content-Encoding: " + encoding + "\r\n" + header + "\r\n", "{}"));
        ProblemAssertions.assertProblem(response, 415);
        assertThat(response.json().getString("detail")).contains("without Content-Encoding");
        assertThat(response.header("Accept-Encoding")).contains("identity");
    }

    @Test
    void identityIsReadAndAReadIgnoresContentEncoding() {
        ApiResponse created = http.send(request(
                "POST", "/generic/seller/", JSON + "Content-Encoding: identity\r\n", "{\"uuid\": \"not-encoded\"}"));
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        ApiResponse read = http.send(request("GET", "/generic/seller/", "Content-Encoding: gzip\r\n", ""));
        assertThat(read.status()).as("%s", read).isEqualTo(200);
    }

    private static String request(String method, String path, String headers, String body) {
        return method + " " + path + " HTTP/1.1\r\n"
                + (headers.contains("Host:") ? "" : "Host: localhost\r\n")
                + headers + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }
}
