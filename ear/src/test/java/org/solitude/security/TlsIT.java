package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.ApiResponse;

/** Tests TLS as the guide describes it, with the key and the settings in an operator's own directories. */
@TestInstance(Lifecycle.PER_CLASS)
class TlsIT {
    private static final int BODY_SIZE = 100;

    private final TestDatabase database = TestDatabase.create("tls");
    private final ServerProcess server = new ServerProcess("tls", database);
    private SSLContext sslContext;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        String password = UUID.randomUUID().toString();
        Path key = directory.resolve("key.p12");
        createKeyStore(key, password);
        Path settings = Files.createDirectory(directory.resolve("settings"));
        Files.writeString(settings.resolve("solitude.request.body-size-max"), Integer.toString(BODY_SIZE));
        server.set("SOLITUDE_TLS", "true");
        server.set("SOLITUDE_TLS_KEYSTORE", key.toString());
        server.set("SOLITUDE_TLS_KEYSTORE_PASSWORD", password);
        server.set("SOLITUDE_SETTINGS", settings.toString());
        server.launch();
        server.awaitUp();
        sslContext = sslContextTrusting(key, password);
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void apiAnswersWithConfiguredKeyAndHsts(String protocol) throws IOException, InterruptedException {
        HttpResponse<String> response = post("{}", protocol);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        ApiResponse plain = server.client().get("/generic/buyer/");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("Strict-Transport-Security")).isEmpty();
    }

    /** The body has no length, and its end comes later than its head and than another response. */
    @Test
    void bodyOverHttp2ArrivesInParts() throws IOException {
        HttpClient client = HttpClient.newBuilder().sslContext(sslContext).build();
        PipedOutputStream body = new PipedOutputStream();
        PipedInputStream source = new PipedInputStream(body);
        CompletableFuture<HttpResponse<String>> response = client.sendAsync(
                HttpRequest.newBuilder(URI.create("https://localhost:" + server.httpsPort() + "/probe/echo/"))
                        .header("Authorization", server.login().basic())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> source))
                        .build(),
                BodyHandlers.ofString());
        body.write("{\"text\": ".getBytes(StandardCharsets.UTF_8));
        body.flush();
        assertThat(server.client().get("/generic/buyer/").status()).isEqualTo(200);
        assertThat(response).isNotDone();
        body.write("\"in parts\"}".getBytes(StandardCharsets.UTF_8));
        body.close();
        assertThat(response).succeedsWithin(Duration.ofSeconds(20)).satisfies(answer -> {
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo("{\"text\": \"in parts\"}");
        });
    }

    @Test
    void settingsAreReadFromConfiguredDirectory() {
        ApiResponse response = server.client().post("/generic/buyer/", "{\"name\": \"" + "x".repeat(BODY_SIZE) + "\"}");
        assertThat(response.status()).as("%s", response).isEqualTo(413);
    }

    private HttpResponse<String> post(String body, String protocol) throws IOException, InterruptedException {
        URI buyers = URI.create("https://localhost:" + server.httpsPort() + "/generic/buyer/");
        HttpClient client = HttpClient.newBuilder()
                .sslContext(sslContext)
                .sslParameters(new SSLParameters(null, new String[] {protocol}))
                .build();
        return client.send(
                HttpRequest.newBuilder(buyers)
                        .header("Authorization", server.login().basic())
                        .header("Content-Type", "application/json")
                        .header("Solitude-Async", "yes")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void createKeyStore(Path key, String password) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        key.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        password)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private static SSLContext sslContextTrusting(Path key, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(key)) {
            store.load(in, password.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
