package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time limit, bulkhead and circuit breaker of the calls to a provider. */
class GuardedProviderClientTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpServer server;
    private GuardedProviderClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::serve);
        server.start();
        client = new GuardedProviderClient(JsonStringRewriterTest.providerAt("http://127.0.0.1:" + port() + "/"));
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/hang" -> await();
            case "/drip" -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 500);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                await();
            }
            case "/drop" -> exchange.close();
            case "/large" -> answer(exchange, 200, "\"" + "x".repeat(1_001) + "\"");
            case "/moved" -> {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/ok");
                answer(exchange, 307, "{}");
            }
            case "/failing" -> answer(exchange, 503, "{}");
            default -> answer(exchange, 200, "{\"ok\":true}");
        }
    }

    private void await() {
        try {
            release.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        exchange.close();
    }

    private ProviderResponse ask(String path) {
        return client.send(new ProviderRequest("POST", path, null, "{}"), "key-1");
    }

    private ProviderException failure(String path) {
        return catchThrowableOfType(ProviderException.class, () -> ask(path));
    }

    @Test
    void lateResponseIsTimedOut() {
        assertThat(failure("hang").status()).isEqualTo(504);
        assertThat(failure("drip").status()).isEqualTo(504);
    }

    @Test
    void droppedConnectionIsNotRetried() {
        assertThat(failure("drop").status()).isEqualTo(502);
        assertThat(calls).hasValue(1);
    }

    @Test
    void closedPortIsUnreachable() {
        server.stop(0);
        assertThat(failure("ok").status()).isEqualTo(502);
    }

    @Test
    void responseBeyondTheLimitIsRefused() {
        assertThat(failure("large").status()).isEqualTo(502);
    }

    @Test
    void redirectIsNotFollowed() {
        assertThat(failure("moved").status()).isEqualTo(502);
        assertThat(calls).hasValue(1);
    }

    @Test
    void callBeyondTheBulkheadFailsAtOnce() throws Exception {
        var first = CompletableFuture.runAsync(() -> failure("hang"));
        var second = CompletableFuture.runAsync(() -> failure("hang"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (calls.get() < 2 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        ProviderException third = failure("ok");
        assertThat(third.status()).isEqualTo(503);
        assertThat(third.wasSent()).isFalse();
        assertThat(third.retryAfter()).isPositive();
        release.countDown();
        CompletableFuture.allOf(first, second).get(20, TimeUnit.SECONDS);
    }

    @Test
    void circuitOpensForTheFailingProviderOnly() throws IOException {
        for (int call = 0; call < 20; call++) {
            assertThat(ask("failing").status()).isEqualTo(503);
        }
        ProviderException notSent = failure("ok");
        assertThat(notSent.wasSent()).isFalse();
        assertThat(calls).hasValue(20);
        GuardedProviderClient other = new GuardedProviderClient(client.provider());
        assertThat(other.send(new ProviderRequest("GET", "ok", null, null), null)
                        .status())
                .isEqualTo(200);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end && failure("ok") != null) {
            Thread.onSpinWait();
        }
        assertThat(ask("ok").status()).isEqualTo(200);
    }
}
