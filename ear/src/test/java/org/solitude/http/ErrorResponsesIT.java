package org.solitude.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                        .stackTraceDuring(() -> response.set(http.send(request(method, path, header + "\r\n", "{}")))))
                .isEmpty();
        ApiResponse problem = Objects.requireNonNull(response.get());
        ProblemAssertions.assertProblem(problem, status);
        assertThat(problem.json().getString("detail")).contains(sentence);
        if (status == 405) {
            assertThat(problem.header("Allow").orElse("")).contains("GET");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/generic/seller/?uuid=%zz 400",
                "/generic/seller/?uuid=% 400",
                "/generic/seller/?uuid=%a 400",
                "/generic/seller/%zz/ 400",
                "/generic/seller/{1}/ 400",
                "/generic/seller/|1/ 400",
                "/generic/seller/^1/ 400",
                "/generic/seller/\\1/ 400",
                "/generic/seller/\u00e4/ 400",
                "/generic/seller/#1 400",
                "/generic/seller/?uuid=<a> 400",
                "/%zz/openapi 400",
                "http:/x 400",
                "/WEB-INF/web.xml 404",
                "/%57eb-inf/web.xml 404",
                "/META-INF/MANIFEST.MF 404"
            })
    void uriThatNoApplicationIsAskedForGetsProblem(String uri, int status) {
        for (ApiResponse response : List.of(
                http.send(request("GET", uri, "", "")), http.sendAnonymously(request("POST", uri, JSON, "{}")))) {
            ProblemAssertions.assertProblem(response, status);
            assertThat(response.json().getString("detail")).isNotBlank();
        }
    }

    /** Decoding moved from the listener to a filter: what needs no login must not grow by it. */
    @ParameterizedTest
    @ValueSource(strings = {"/%67eneric/seller/", "/notices/..%2fgeneric/seller/", "/services/live/%2e%2e/status/"})
    void escapedPathOpensNothing(String uri) {
        ApiResponse response = http.sendAnonymously(request("GET", uri, "", ""));
        assertThat(response.status()).as("%s", response).isIn(401, 404);
    }

    @Test
    void escapesInAQueryAreDecodedOnce() {
        String uuid = "escaped %2541+" + System.nanoTime();
        http.send(request("POST", "/generic/seller/", JSON, "{\"uuid\": \"" + uuid + "\"}"));
        String query = "?uuid=escaped+%252541%2B" + uuid.substring(uuid.indexOf('+') + 1);
        ApiResponse found = http.send(request("GET", "/generic/seller/" + query, "", ""));
        assertThat(found.json().getJsonObject("meta").getInt("total_count")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /generic/seller/, 405, POST",
        "TRACE, /openapi, 405, HEAD",
        "TRACE, /docs/, 405, HEAD",
        "POST, /openapi, 405, HEAD",
        "PUT, /openapi/, 405, HEAD",
        "DELETE, /openapi, 405, HEAD",
        "PROPFIND, /openapi, 405, HEAD"
    })
    void methodThatIsNotServedIs405WithAllow(String method, String path, int status, String allowed) {
        ApiResponse response = http.send(request(method, path, JSON, "{}"));
        ProblemAssertions.assertProblem(response, status);
        assertThat(response.header("Allow").orElse("")).contains("GET", allowed).doesNotContain(method);
        assertThat(response.json().getString("detail")).contains("Allow");
    }

    @Test
    void optionsOfTheServerIs400WithProblem() {
        ProblemAssertions.assertProblem(http.send(request("OPTIONS", "*", "", "")), 400);
    }

    @Test
    void manyHeadersAndParametersAreCountedBySize() {
        String headers =
                IntStream.range(0, 1_000).mapToObj(i -> "X-" + i + ": a\r\n").collect(Collectors.joining());
        assertThat(http.send(request("GET", "/generic/seller/", headers, "")).status())
                .isEqualTo(200);
        ProblemAssertions.assertProblem(
                http.send(request("GET", "/generic/seller/", headers + "X-Long: " + "a".repeat(10_000) + "\r\n", "")),
                431);
        String parameters = "a=1&".repeat(1_500);
        ProblemAssertions.assertProblem(http.send(request("GET", "/generic/seller/?" + parameters, "", "")), 400);
        ProblemAssertions.assertProblem(
                http.send(request("GET", "/generic/seller/?" + parameters.repeat(2), "", "")), 414);
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
