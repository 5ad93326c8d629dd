package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;

/**
 * Tests that the server closes idle connections to a provider. A write that is sent while the provider closes the
 * connection gets no response, and whether it was executed is unknown.
 */
@UsesSharedServer
class IdleConnectionIT {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int END_OF_STREAM = -1;

    @Test
    void idleConnectionIsClosedBeforeProviderClosesIt() throws IOException {
        try (ServerSocket provider = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            provider.setSoTimeout(TIMEOUT_MILLIS);
            CompletableFuture<ApiResponse> call = TestServer.client()
                    .start(
                            "POST",
                            "/probe/provider/?at=http://127.0.0.1:" + provider.getLocalPort() + "/",
                            RequestBody.json("{}"));
            try (Socket connection = provider.accept()) {
                connection.setSoTimeout(TIMEOUT_MILLIS);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                assertThat(in.lines().takeWhile(line -> !line.isEmpty())).isNotEmpty();
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
                assertThat(call.join().status()).isEqualTo(200);
                assertThat(in.read()).isEqualTo(END_OF_STREAM);
            }
        }
    }
}
