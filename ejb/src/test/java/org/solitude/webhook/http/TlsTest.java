package org.solitude.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solitude.webhook.AddressRules;
import org.solitude.webhook.DeliveryOutcome;

/** A receiver must prove by TLS that it is the host of the URL. */
class TlsTest {

    private static final char[] PASSWORD = "of a test".toCharArray();

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    private HttpsServer server;
    private KeyStore store;

    @BeforeEach
    void startServer(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "shop",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=shop.example",
                        "-ext",
                        "san=dns:shop.example",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        timer.shutdownNow();
    }

    @Test
    void trustedReceiverAccepts() throws Exception {
        assertThat(call("shop.example", trusting(store))).isEqualTo(DeliveryOutcome.ACCEPTED);
    }

    @Test
    void certificateForAnotherHostIsUntrusted() throws Exception {
        assertThat(call("other.example", trusting(store))).isEqualTo(DeliveryOutcome.UNTRUSTED);
    }

    @Test
    void certificateOfUnknownIssuerIsUntrusted() throws Exception {
        assertThat(call("shop.example", SSLContext.getDefault())).isEqualTo(DeliveryOutcome.UNTRUSTED);
    }

    private DeliveryOutcome call(String host, SSLContext trust) {
        DnsResolver here = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String name) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
            }

            @Override
            public String resolveCanonicalHostname(String name) {
                return name;
            }
        };
        AddressCheckingDnsResolver names =
                new AddressCheckingDnsResolver(here, AddressRules.allowing(List.of("127.0.0.1")));
        try (WebhookHttpClient client = new WebhookHttpClient(names, trust, 1, Duration.ofSeconds(10), timer)) {
            URI url = URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
            return client.post(url, Map.of(), new byte[] {'{', '}'}).outcome();
        }
    }

    private static SSLContext trusting(KeyStore store) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("shop", store.getCertificate("shop"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
