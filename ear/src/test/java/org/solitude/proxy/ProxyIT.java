package org.solitude.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;

/** Tests a server that calls its provider through a proxy, which has the provider's credentials and no database. */
class ProxyIT {
    private static final String NAMES = "SOLITUDE_PROVIDER_NAMES";
    private static final String PREFIX = "SOLITUDE_PROVIDER_REFERENCE_";

    @Test
    void serverBehindProxyHasNoCredentialsAndProxyStoresNothing() throws IOException {
        try (ReferenceProvider provider = ReferenceProvider.start(Faults.none());
                TestDatabase database = TestDatabase.createAlone("behind-proxy");
                ServerProcess proxy = proxy(provider);
                ServerProcess behind = serverBehind(proxy, database)) {
            proxy.launch();
            behind.launch();
            proxy.awaitUp();
            behind.awaitUp();

            assertProxyServesProvidersOnly(proxy.client());
            String uuid = UUID.randomUUID().toString();
            assertCallsAreForwardedThroughProxy(behind.client(), provider, uuid);
            assertNoFileContains(provider.options().key(), behind);
            assertNoFileContains(uuid, proxy);
            assertStatusNamesFailureInGeneralWords(behind.client(), database);
        }
    }

    private static ServerProcess proxy(ReferenceProvider provider) throws IOException {
        ServerProcess proxy = new ServerProcess("proxy", new TestDatabase.None());
        proxy.set(NAMES, "reference");
        proxy.set(PREFIX + "URL", provider.url().toString());
        proxy.set(PREFIX + "CREDENTIALS", "Bearer " + provider.options().key());
        proxy.set(PREFIX + "RESOURCES", "sellers,products,transactions,terms");
        Files.delete(proxy.directory().resolve("data/solitude.credentials"));
        return proxy;
    }

    private static ServerProcess serverBehind(ServerProcess proxy, TestDatabase database) {
        ServerProcess behind = new ServerProcess("behind-proxy", database);
        behind.set(NAMES, "reference");
        behind.set(PREFIX + "URL", proxy.client().base() + "provider/reference/");
        behind.set(PREFIX + "CREDENTIALS", proxy.login().basic());
        behind.set(PREFIX + "RESOURCES", "sellers,products,transactions,terms");
        behind.set("SOLITUDE_PAYMENT_IDEMPOTENCY_KEY_REQUIRED", "true");
        return behind;
    }

    private static void assertProxyServesProvidersOnly(SolitudeClient proxy) {
        for (String path :
                List.of("/generic/buyer/", "/delay/result/", "/probe/echo/", "/", "/provider;/../delay/result/")) {
            ApiResponse refused = proxy.get(path);
            assertThat(refused.status()).as("%s: %s", path, refused).isEqualTo(404);
            assertThat(refused.header("Content-Type")).contains("application/problem+json");
        }
        ApiResponse delayed =
                proxy.with("Solitude-Async", "yes").post("/provider/reference/sellers/", "{\"uuid\": \"s\"}");
        assertThat(delayed.status()).as("%s", delayed).isEqualTo(501);
        assertThat(delayed.json().getString("detail")).contains("keeps nothing");
        assertThat(proxy.without("Authorization")
                        .get("/provider/reference/sellers/")
                        .status())
                .isEqualTo(401);
        ApiResponse status = proxy.get("/services/status/");
        assertThat(status.status()).as("%s", status).isEqualTo(200);
    }

    private static void assertCallsAreForwardedThroughProxy(
            SolitudeClient solitude, ReferenceProvider provider, String uuid) {
        ApiResponse seller = solitude.post("/provider/reference/sellers/", "{\"uuid\": \"" + uuid + "\"}");
        assertThat(seller.status()).as("%s", seller).isEqualTo(201);
        String uri = seller.json().getString("resource_uri");
        assertThat(uri).isEqualTo("/provider/reference/sellers/1/");
        assertThat(solitude.get(uri).json().getString("uuid")).isEqualTo(uuid);

        String product = "{\"seller\": \"" + uri + "\", \"external_id\": \"e\"}";
        ApiResponse created = solitude.asynchronously()
                .post("/provider/reference/products/", product)
                .awaitReplay();
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        assertThat(created.json().getString("seller")).isEqualTo(uri);

        String sellerProduct = solitude.post(
                        "/generic/product/",
                        "{\"seller\": \""
                                + solitude.post("/generic/seller/", "{\"uuid\": \"" + uuid + "\"}")
                                        .json()
                                        .getString("resource_uri")
                                + "\"}")
                .json()
                .getString("resource_uri");
        String payment = "{\"uuid\": \"" + uuid + "\", \"seller_product\": \"" + sellerProduct
                + "\", \"amount\": \"5\", \"currency\": \"EUR\"}";
        assertPaymentWithoutKeyIsRefused(solitude, payment);
        SolitudeClient keyed = solitude.with("Idempotency-Key", uuid);
        provider.injectFaults(Faults.of("dropped-after=1"));
        assertThat(keyed.post("/provider/reference/transactions/", payment).status())
                .isIn(502, 503, 504);
        provider.injectFaults(Faults.none());
        ApiResponse again = keyed.post("/provider/reference/transactions/", payment);
        assertThat(again.status()).as("%s", again).isEqualTo(201);
        assertThat(provider.ledger().chargesOf(uuid))
                .as("the idempotency key reached the provider")
                .hasSize(1);
        String other = payment.replace(uuid, UUID.randomUUID().toString());
        assertThat(solitude.with("Idempotency-Key", UUID.randomUUID().toString())
                        .asynchronously()
                        .post("/provider/reference/transactions/", other)
                        .awaitReplay()
                        .status())
                .as("the replay of a payment that came with a key")
                .isEqualTo(201);

        ApiResponse refused = solitude.post("/provider/reference/products/", "{\"seller\": \"nobody\"}");
        assertThat(refused.status()).as("%s", refused).isEqualTo(422);
        assertThat(refused.json().getString("detail")).contains("seller is not the resource_uri");

        provider.injectFaults(Faults.of("unavailable=1"));
        ApiResponse busy = solitude.post("/provider/reference/sellers/", "{\"uuid\": \"other\"}");
        assertThat(busy.status()).as("%s", busy).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isPresent();
        provider.injectFaults(Faults.none());
    }

    private static void assertPaymentWithoutKeyIsRefused(SolitudeClient solitude, String payment) {
        for (SolitudeClient client : List.of(solitude, solitude.with("Solitude-Async", "yes"))) {
            for (String path : List.of("", "1/refunds/")) {
                ApiResponse refused = client.post("/provider/reference/transactions/" + path, payment);
                assertThat(refused.status()).as("%s", refused).isEqualTo(400);
                assertThat(refused.json().getString("detail")).contains("Idempotency-Key");
            }
        }
    }

    private static void assertNoFileContains(String text, ServerProcess server) throws IOException {
        try (Stream<Path> files = Files.walk(server.directory())) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> contains(file, text)))
                    .as("files of %s that contain %s", server.directory().getFileName(), text)
                    .isEmpty();
        }
    }

    private static void assertStatusNamesFailureInGeneralWords(SolitudeClient solitude, TestDatabase database) {
        assertThat(solitude.get("/services/status/").status()).isEqualTo(200);
        database.close();
        ApiResponse status = solitude.get("/services/status/");
        assertThat(status.status()).as("%s", status).isEqualTo(500);
        assertThat(status.header("Content-Type")).contains("application/problem+json");
        assertThat(status.json().getString("detail")).isEqualTo("database: cannot be reached.");
        assertThat(status.json().getJsonObject("checks").getString("broker")).isEqualTo("ok");
        assertThat(status.text()).doesNotContain("jdbc", "postgres", "localhost", "Exception");
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
