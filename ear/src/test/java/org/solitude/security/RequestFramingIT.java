package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.RawConnection;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;

/**
 * Tests that a request which a proxy in front of the server might delimit differently is refused, and that nothing after
 * it on its connection is taken for another request (request smuggling, RFC 9112, 11.2).
 */
@UsesSharedServer
class RequestFramingIT {
    private static final String NEXT = "GET /services/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-A : 1\r\nContent-Length: 2\r\n\r\n{}",
                "Content-Length : 2\r\n\r\n{}",
                "Transfer-Encoding : chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\n\r\n{}",
                "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "Content-Length: 2, 2\r\n\r\n{}",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: 18446744073709551618\r\n\r\n{}",
                "Content-Length: 0x2\r\n\r\n{}",
                "Content-Length:\r\n\r\n",
            })
    void ambiguousLengthIs400(String rest) {
        try (RawConnection connection = send(rest)) {
            assertThat(connection.read().status()).isEqualTo(400);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\r\n{}XX\r\n0\r\n\r\n",
                "2\r\n{}XX0\r\n\r\n",
                "2\r\n{}\n0\r\n\r\n",
                "2\n{}\r\n0\r\n\r\n",
                "2 \r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "2;a\n{}\r\n0\r\n\r\n",
                "2;a\rb\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\n\r\n",
                "2\r\n{}\r\n0\r\n\n",
                "2\r\n{}\r\n0\r\nX: 1\n\r\n",
                "2\r\n{}\r\n\r\n\r\n",
                "00000000000000002\r\n{}\r\n0\r\n\r\n"
            })
    void malformedChunksAre400(String chunks) {
        try (RawConnection connection = send("Transfer-Encoding: chunked\r\n\r\n" + chunks)) {
            ApiResponse response = connection.read();
            ProblemAssertions.assertProblem(response, 400);
            assertThat(response.header("Connection")).contains("close");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    /** What RFC 9112 allows, and all understand alike. A folded line is one value, joined by a space. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n2;a=b;c=\"d\"\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: Chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n000\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nContent-Length: 5\r\nX-B: 1\r\n\r\n",
                "X-A: 1\r\n  2\r\nContent-Length: 2\r\n\r\n{}",
                "Content-Length: 02\r\n\r\n{}",
            })
    void unambiguousBodyIsReadAndTheConnectionUsedAgain(String rest) {
        try (RawConnection connection = send(rest)) {
            ApiResponse response = connection.read();
            assertThat(response.status()).as("%s", response).isEqualTo(200);
            assertThat(response.text()).isEqualTo("{}");
            assertThat(connection.read().text()).isEqualTo("alive");
        }
    }

    private static RawConnection send(String rest) {
        TestServer server = TestServer.running();
        return RawConnection.open(server.ports())
                .send(
                        "POST /probe/echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: "
                                + server.logins().tests().basic() + "\r\n" + rest + NEXT);
    }
}
