package org.solitude.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the reference provider: its resources, idempotency, events and simulated faults. */
class ReferenceProviderTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PAYMENT = "{\"uuid\": \"ours\", \"amount\": \"5.00\", \"currency\": \"EUR\"}";

    private final ReferenceProvider provider = ReferenceProvider.start(Faults.none());
    private final SolitudeClient client = SolitudeClient.at(provider.url())
            .with("Authorization", "Bearer " + provider.options().key());

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void sellersProductsAndTermsAreStored() {
        ApiResponse seller = client.post("/sellers/", "{\"uuid\": \"s\"}");
        assertThat(seller.status()).isEqualTo(201);
        assertThat(seller.json().getString("resource_uri")).isEqualTo("/sellers/1/");
        assertThat(client.post("/products/", "{\"seller\": \"/sellers/1/\", \"external_id\": \"e\"}")
                        .status())
                .isEqualTo(201);
        assertThat(client.put("/terms/1/", "{\"agreement\": \"2026-11-24\"}").status())
                .isEqualTo(200);
        assertThat(client.get("/terms/1/").json().getString("agreement")).isEqualTo("2026-11-24");
        assertThat(client.get("/products/?external_id=e").json().getJsonArray("objects"))
                .hasSize(1);
        assertThat(client.get("/products/2/").status()).isEqualTo(404);
        assertThat(client.post("/products/", "{\"seller\": \"/sellers/9/\"}").status())
                .isEqualTo(422);
        assertThat(client.post("/sellers/", "nonsense").status()).isEqualTo(400);
    }

    @Test
    void refundsNeverExceedTheCharge() {
        assertThat(client.post("/transactions/", PAYMENT).status()).isEqualTo(201);
        await().atMost(SOON)
                .until(() -> client.get("/transactions/1/").json().getString("status"), "completed"::equals);
        SolitudeClient keyed = client.with("Idempotency-Key", "r");
        String refund = "{\"uuid\": \"back\", \"amount\": \"3.00\", \"currency\": \"EUR\"}";
        assertThat(keyed.post("/transactions/1/refunds/", refund).status()).isEqualTo(201);
        assertThat(keyed.post("/transactions/1/refunds/", refund).status()).isEqualTo(201);
        assertThat(client.post("/transactions/1/refunds/", refund).status()).isEqualTo(422);
        assertThat(client.post("/transactions/2/refunds/", refund).status()).isEqualTo(404);
        assertThat(client.get("/transactions/1/refunds/?uuid=back").json().getJsonArray("objects"))
                .hasSize(1);
        assertThat(provider.ledger().left("ours")).isEqualByComparingTo("2.00");
    }

    @Test
    void requestWithoutTheKeyGets401() {
        assertThat(SolitudeClient.at(provider.url()).get("/sellers/").status()).isEqualTo(401);
        assertThat(SolitudeClient.at(provider.url())
                        .as("reference", provider.options().key())
                        .get("/sellers/")
                        .status())
                .isEqualTo(200);
        assertThat(SolitudeClient.at(provider.url())
                        .as("reference", "guess")
                        .get("/ledger/")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void concurrentRequestsWithOneKeyChargeOnce() {
        List<CompletableFuture<ApiResponse>> pending = Stream.generate(() -> client.with("Idempotency-Key", "\"k\"")
                        .start("POST", "/transactions/", RequestBody.json(PAYMENT)))
                .limit(20)
                .toList();
        List<String> responses = pending.stream()
                .map(CompletableFuture::join)
                .map(ApiResponse::text)
                .distinct()
                .toList();
        assertThat(responses).hasSize(1);
        assertThat(provider.ledger().chargesOf("ours")).extracting(Charge::key).containsExactly("k");
        assertThat(client.with("Idempotency-Key", "k")
                        .post("/transactions/", PAYMENT.replace("5", "6"))
                        .status())
                .isEqualTo(422);
        client.post("/transactions/", PAYMENT);
        client.post("/transactions/", PAYMENT);
        assertThat(provider.ledger().chargesOf("ours"))
                .as("without a key each request charges")
                .hasSize(3);
        assertThat(provider.ledger().sums()).isEqualTo(Map.of("EUR", new BigDecimal("15.00")));
        assertThat(client.get("/ledger/").json().getJsonObject("sums").getString("EUR"))
                .isEqualTo("15.00");
        assertThat(client.get("/transactions/?idempotency_key=k").json().getJsonArray("objects"))
                .hasSize(1);
        assertThat(client.get("/transactions/?uuid=ours").json().getJsonArray("objects"))
                .hasSize(3);
    }

    @Test
    void eventOfASettledPaymentIsRepeatedUntilTheReceiverAccepts() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            String id = headers.getFirst("webhook-id");
            long timestamp = Long.parseLong(headers.getFirst("webhook-timestamp"));
            assertThat(headers.getFirst("webhook-signature"))
                    .isEqualTo(provider.options().signature().of(id, timestamp, body));
            received.add(id + " " + body);
            exchange.sendResponseHeaders(received.size() < 3 ? 503 : 204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            provider.sendEventsTo(
                    URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/notify/"));
            provider.injectFaults(Faults.of("declined=1"));
            ApiResponse accepted = client.post("/transactions/", PAYMENT);
            assertThat(accepted.json().getString("status")).isEqualTo("pending");
            await().atMost(SOON).until(() -> received.size() == 3);
            assertThat(received).as("the same event").containsOnly(received.get(0));
            assertThat(received.get(0)).contains("transaction.failed", "declined", "\"uuid\":\"ours\"");
            assertThat(provider.ledger().charges()).isEmpty();
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void faultsOccurAsConfigured() {
        provider.injectFaults(Faults.of("unavailable=1"));
        ApiResponse busy = client.post("/transactions/", PAYMENT);
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).contains("1");
        provider.injectFaults(Faults.of("refused=1"));
        assertThat(client.post("/transactions/", PAYMENT).status()).isEqualTo(402);
        provider.injectFaults(Faults.of("dropped-before=1"));
        assertThatThrownBy(() -> client.post("/transactions/", PAYMENT)).isInstanceOf(UncheckedIOException.class);
        assertThat(provider.ledger().charges()).isEmpty();
        provider.injectFaults(Faults.of("dropped-after=1"));
        assertThatThrownBy(() -> client.post("/transactions/", PAYMENT)).isInstanceOf(UncheckedIOException.class);
        assertThat(provider.ledger().charges()).hasSize(1);
        provider.injectFaults(Faults.of("latency=PT0.3S"));
        long start = System.nanoTime();
        assertThat(client.get("/transactions/1/").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void unknownOrInvalidFaultsAreRejected() {
        assertThatThrownBy(() -> Faults.of("latecny=PT2S")).hasMessageContaining("latecny");
        assertThatThrownBy(() -> Faults.of("unavailable=10")).hasMessageContaining("between 0 and 1");
    }

    @Test
    void commandReadsSecretsFromTheEnvironmentOrGeneratesThem() {
        ProviderOptions given = ProviderOptions.of(
                new String[] {"port=0", "notify=http://127.0.0.1:1/", "declined=0.5"},
                Map.of("SOLITUDE_REFERENCE_KEY", "k", "SOLITUDE_REFERENCE_NOTICE_SECRET", "whsec_AAAA"));
        assertThat(given)
                .isEqualTo(new ProviderOptions(
                        0,
                        "k",
                        new EventSignature("whsec_AAAA"),
                        URI.create("http://127.0.0.1:1/"),
                        Faults.of("declined=0.5")));
        String[] none = {};
        assertThat(ProviderOptions.of(none, Map.of()).key())
                .isNotEqualTo(ProviderOptions.of(none, Map.of()).key());
    }
}
