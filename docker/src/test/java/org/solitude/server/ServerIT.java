package org.solitude.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.solitude.server.postgres.EmbeddedPostgres;

/** Tests a prepared server with its database, each as a process of its own, without deployments. */
class ServerIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final WildFlyHome HOME = WildFlyHome.at(Path.of(System.getProperty("solitude.wildfly.home")));
    private static final Path SERVERS = Path.of(System.getProperty("solitude.servers"));
    private static final Path BASE = SERVERS.resolve("server");
    private static final String TEST_CONNECTION = """
            {"operation": "test-connection-in-pool", "address": [{"subsystem": "datasources"}, {"data-source": "Solitude"}]}
            """;

    private static AdminLogin login;
    private static PreparedServer server;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void prepare() throws IOException {
        login = AdminLogin.loadOrCreate(SERVERS.resolve("admin-login.properties"));
        server = PreparedServer.prepare(HOME, BASE).admit(login);
        postgres = EmbeddedPostgres.start(SERVERS.resolve("postgres"));
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
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
            assertThat(testConnection(first))
                    .as("the environment names the database")
                    .isEqualTo(200);
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
        StartOptions options = StartOptions.atOffset(1000);
        for (Map.Entry<String, String> setting : postgres.settings().entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        return server.start(options).awaitReady(LIMIT);
    }

    /** Makes the server test a connection of its pool: the status is 200, or 500 where it cannot connect. */
    private static int testConnection(RunningServer running) throws IOException {
        // java.net.http.HttpClient knows no Digest authentication
        HttpURLConnection http = (HttpURLConnection)
                running.managementUri().resolve("management").toURL().openConnection();
        http.setAuthenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password().toCharArray());
            }
        });
        http.setDoOutput(true);
        http.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = http.getOutputStream()) {
            body.write(TEST_CONNECTION.getBytes(StandardCharsets.UTF_8));
        }
        return http.getResponseCode();
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static String configuration() throws IOException {
        return Files.readString(BASE.resolve("configuration").resolve(PreparedServer.CONFIGURATION));
    }
}
