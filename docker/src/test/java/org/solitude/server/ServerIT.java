package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests a prepared server, as a process of its own, without deployments. */
class ServerIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final WildFlyHome HOME = WildFlyHome.at(Path.of(System.getProperty("solitude.wildfly.home")));
    private static final Path BASE = Path.of(System.getProperty("solitude.servers"), "h2");

    private static PreparedServer server;

    @BeforeAll
    static void prepare() {
        server = PreparedServer.prepare(HOME, BASE);
    }

    @Test
    void preparingAgainChangesNothing() throws Exception {
        String before = configuration();
        Files.delete(BASE.resolve("configuration/solitude.prepared"));

        PreparedServer.prepare(HOME, BASE);

        assertThat(configuration()).isEqualTo(before);
    }

    /** Tests several properties at before, because each start takes seconds. */
    @Test
    void serverOffersOnlyTheApiAndSurvivesPrepareKillAndStop() throws Exception {
        String before = configuration();
        RunningServer first = start();
        try (first) {
            assertOffersOnlyTheApi(first);
            first.prepareAgain();
            assertThat(configuration()).isEqualTo(before);

            first.kill();
            assertThat(first.isAlive()).isFalse();
        }

        try (RunningServer second = start()) {
            second.terminate();
            assertThat(second.awaitExit(LIMIT)).isTrue();
            assertThat(Files.readString(BASE.resolve("log/console.log"))).contains("stopped in");
        }
    }

    private static void assertOffersOnlyTheApi(RunningServer running) throws Exception {
        for (String path : new String[] {"", "wildfly-services", "index.html"}) {
            HttpResponse<String> response = get(running.baseUri().resolve(path));
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
        }
        assertThat(upgrade(running, "jboss-remoting")).startsWith("HTTP/1.1 404");
        assertThat(upgrade(running, "activemq-remoting")).startsWith("HTTP/1.1 404");
    }

    /** Sends the upgrade request of WildFly's EJB and JMS clients; a server that supports it answers 101. */
    private static String upgrade(RunningServer running, String protocol) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), running.baseUri().getPort())) {
            String request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: " + protocol
                    + "\r\nSec-JbossRemoting-Key: a2V5a2V5a2V5a2V5a2V5a2U=\r\nSec-ActiveMQRemoting-Key: a2V5\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private static RunningServer start() {
        return server.start(StartOptions.atOffset(1000)).awaitReady(LIMIT);
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static String configuration() throws IOException {
        return Files.readString(BASE.resolve("configuration").resolve(PreparedServer.CONFIGURATION));
    }
}
