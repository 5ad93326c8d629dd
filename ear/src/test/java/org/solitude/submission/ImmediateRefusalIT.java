package org.solitude.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.RawHttp;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the requests that are refused before they become tasks. */
@UsesSharedServer
class ImmediateRefusalIT {
    private final SolitudeClient solitude = TestServer.client();
    private final SolitudeClient asynchronous = solitude.with("Solitude-Async", "yes");
    private final TaskCount tasks = new TaskCount(solitude);

    @ParameterizedTest
    @ValueSource(strings = {"/generic/nothing/", "/nowhere/", "/generic/buyer/1/2/3/", "/"})
    void unknownPathIs404(String path) {
        ApiResponse response = tasks.assertNoTaskCreated(() -> asynchronous.post(path, "{}"));
        ProblemAssertions.assertProblem(response, 404);
        assertThat(response.header("Solitude-Async")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PUT, /generic/buyer/", "PATCH, /generic/buyer/", "POST, /generic/buyer/1/", "POST, /delay/result/"})
    void unsupportedMethodIs405(String method, String path) {
        ApiResponse response = tasks.assertNoTaskCreated(() -> asynchronous.send(method, path, RequestBody.json("{}")));
        ProblemAssertions.assertProblem(response, 405);
        assertThat(String.join(",", response.every("Allow")))
                .as("%s", response)
                .isNotEmpty()
                .doesNotContain(method);
    }

    @Test
    void unsupportedMediaTypeIs415() {
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> asynchronous.send("POST", "/generic/buyer/", RequestBody.of("text/csv", "a;b".getBytes())));
        ProblemAssertions.assertProblem(response, 415);
    }

    @Test
    void unacceptableMediaTypeIs406() {
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> asynchronous.with("Accept", "image/png").post("/generic/buyer/", "{}"));
        ProblemAssertions.assertProblem(response, 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b c", "text", "/", "text/", "a/b;c"})
    void malformedContentTypeIs4xx(String type) {
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> asynchronous.send("POST", "/generic/buyer/", RequestBody.of(type, new byte[] {'{', '}'})));
        assertThat(response.status()).as("%s", response).isIn(400, 415);
    }

    /** Brackets belong to the host (RFC 3986, 3.2.2). The web server itself refuses the other forbidden characters. */
    @ParameterizedTest
    @ValueSource(strings = {"/generic/buyer/[1/", "/generic/buyer/1]", "/generic/buyer/;a=[/", "/nowhere/["})
    void bracketInPathIs400(String path) {
        var http = RawHttp.to(TestServer.running());
        ApiResponse response =
                tasks.assertNoTaskCreated(() -> http.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Solitude-Async: yes\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"));
        assertThat(response.status()).as("%s", response).isEqualTo(400);
        assertThat(response.header("Content-Type")).contains("application/problem+json");
    }

    /** JAX-RS would find the task despite the parameters, but the audit log and the poll rate limit would miss it. */
    @ParameterizedTest
    @CsvSource({
        "GET, /delay;a=b/result/",
        "DELETE, /delay/result/%s;a=b/",
        "HEAD, /delay;/replay/%s/",
        "GET, /delay/result;/%s/"
    })
    void parametersInTaskPathAre400(String method, String path) {
        String uuid = solitude.asynchronously().post("/probe/echo/", "{}").uuid();
        ApiResponse response = solitude.send(method, path.formatted(uuid), RequestBody.NONE);
        assertThat(response.status()).as("%s", response).isEqualTo(400);
        assertThat(response.header("Content-Type")).contains("application/problem+json");
    }

    /** Declares a gigabyte and sends a kilobyte: a response shows that the server did not wait for the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"Solitude-Async: yes\r\n", ""})
    void bodyOverLimitIs413WithoutReadingItAll(String header) {
        var http = RawHttp.to(TestServer.running());
        ApiResponse response =
                tasks.assertNoTaskCreated(() -> http.send("POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\n"
                        + header + "Content-Type: application/octet-stream\r\nContent-Length: 1000000000\r\n\r\n"
                        + "x".repeat(1024)));
        assertThat(response.status()).as("%s", response).isEqualTo(413);
    }

    /** A chunked body has no declared length, so the server must count it while it reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Solitude-Async: yes\r\nContent-Type: application/octet-stream\r\n",
                "Content-Type: application/octet-stream\r\n",
                "Solitude-Async: yes\r\n",
                ""
            })
    void chunkedBodyOverLimitIs413(String headers) {
        var http = RawHttp.to(TestServer.running());
        ApiResponse response = tasks.assertNoTaskCreated(() -> http.sendChunks(
                "POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n",
                64,
                1 << 20));
        assertThat(response.status()).as("%s", response).isEqualTo(413);
    }

    @Test
    void headerOverLimitIs4xx() {
        var http = RawHttp.to(TestServer.running());
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> http.send("POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\nSolitude-Async: yes\r\nX-Long: "
                        + "x".repeat(2 << 20) + "\r\nContent-Length: 2\r\n\r\n{}"));
        assertThat(response.status()).as("%s", response).isIn(400, 431);
    }

    /** The size is below the web server's own limit, beyond which it answers without a body. */
    @Test
    void headersOverLimitAre431WithLimit() {
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> asynchronous.with("X-Long", "x".repeat(20_000)).post("/probe/echo/", "{}"));
        ProblemAssertions.assertProblem(response, 431);
        assertThat(response.json().getString("detail")).contains("16384");
    }

    @Test
    void uriOverLimitIs414WithLimit() {
        ApiResponse response =
                tasks.assertNoTaskCreated(() -> asynchronous.post("/probe/echo/?q=" + "x".repeat(9_000), "{}"));
        ProblemAssertions.assertProblem(response, 414);
        assertThat(response.json().getString("detail")).contains("8000");
    }

    @Test
    void malformedRequestLineWithAsyncHeaderIs4xx() {
        var http = RawHttp.to(TestServer.running());
        ApiResponse response = tasks.assertNoTaskCreated(
                () -> http.send("POST /generic/buyer/%zz/ HTTP/1.1\r\nHost: localhost\r\nSolitude-Async: yes\r\n"
                        + "Content-Length: 2\r\n\r\n{}"));
        assertThat(response.status()).as("%s", response).isBetween(400, 499);
    }
}
