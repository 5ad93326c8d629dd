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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time limit, bulkhead and circuit breaker of the calls to a provider. */
class GuardedProviderClientTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private static final HttpThreadShare SHARE = new HttpThreadShare(8, true);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private GuardedProviderClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        client = clientOf(JsonStringRewriterTest.providerAt("http://127.0.0.1:" + port() + "/"), limit(8));
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
        threads.shutdown();
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

    private static GuardedProviderClient clientOf(Provider provider, CallLimits.Limit allProviders) {
        return new GuardedProviderClient(provider, new CallLimits(provider, SHARE, allProviders));
    }

    private static CallLimits.Limit limit(int calls) {
        return CallLimits.Limit.of(calls, SHARE);
    }

    private ProviderResponse ask(String path) {
        return write(CallType.TASK_WRITE, "shop", path);
    }

    private ProviderResponse write(CallType type, String caller, String path) {
        return client.send(new ProviderRequest("POST", path, null, "{}"), "key-1", type, caller);
    }

    private ProviderResponse read(CallType type, String path) {
        return client.send(new ProviderRequest("GET", path, null, null), null, type, "shop");
    }

    private ProviderException failedRead(String path) {
        return catchThrowableOfType(ProviderException.class, () -> read(CallType.CLIENT_READ, path));
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
        awaitCalls(2);
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
        GuardedProviderClient other = clientOf(client.provider(), limit(8));
        assertThat(other.send(new ProviderRequest("POST", "ok", null, "{}"), null, CallType.TASK_WRITE, "shop")
                        .status())
                .isEqualTo(200);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end && failure("ok") != null) {
            Thread.onSpinWait();
        }
        assertThat(ask("ok").status()).isEqualTo(200);
    }

    @Test
    void readsThatCannotBeReadOpenNoCircuit() {
        for (int call = 0; call < 20; call++) {
            assertThat(failedRead("large").status()).isEqualTo(502);
            assertThat(failedRead("moved").status()).isEqualTo(502);
        }
        assertThat(failedRead("large").getMessage()).contains("more than 1000 bytes");
        assertThat(read(CallType.CLIENT_READ, "ok").status()).isEqualTo(200);
    }

    @Test
    void failingReadsStopNeitherWritesNorInquiries() {
        for (int call = 0; call < 20; call++) {
            assertThat(read(CallType.CLIENT_READ, "failing").status()).isEqualTo(503);
        }
        assertThat(failedRead("ok").wasSent()).isFalse();
        assertThat(ask("ok").status()).isEqualTo(200);
        assertThat(write(CallType.CLIENT_WRITE, "shop", "ok").status()).isEqualTo(200);
        assertThat(read(CallType.INQUIRY, "ok").status()).isEqualTo(200);
    }

    @Test
    void slowSynchronousCallsLeaveRoomForOtherClientsReadsAndTasks() throws Exception {
        var slow = Stream.of("shop", "shop", "other", "other")
                .map(caller -> CompletableFuture.runAsync(() -> failedWrite(caller, "hang"), threads))
                .toList();
        awaitCalls(4);
        assertThat(failedWrite("third", "ok").status()).isEqualTo(503);
        assertThat(failedWrite("third", "ok").retryAfter()).isPositive();
        assertThat(read(CallType.CLIENT_READ, "ok").status()).isEqualTo(200);
        assertThat(ask("ok").status()).isEqualTo(200);
        release.countDown();
        CompletableFuture.allOf(slow.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    }

    @Test
    void clientTakesHalfOfTheSynchronousCalls() throws Exception {
        var slow = Stream.of("shop", "shop")
                .map(caller -> CompletableFuture.runAsync(() -> failedWrite(caller, "hang"), threads))
                .toList();
        awaitCalls(2);
        ProviderException refused = failedWrite("shop", "ok");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.wasSent()).isFalse();
        assertThat(write(CallType.CLIENT_WRITE, "other", "ok").status()).isEqualTo(200);
        release.countDown();
        CompletableFuture.allOf(slow.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        assertThat(write(CallType.CLIENT_WRITE, "shop", "ok").status()).isEqualTo(200);
    }

    @Test
    void synchronousCallsOfAllProvidersTogetherAreLimited() throws Exception {
        CallLimits.Limit shared = limit(2);
        client = clientOf(client.provider(), shared);
        GuardedProviderClient other = clientOf(client.provider(), shared);
        var slow = Stream.of("shop", "other")
                .map(caller -> CompletableFuture.runAsync(() -> failedWrite(caller, "hang"), threads))
                .toList();
        awaitCalls(2);
        client = other;
        assertThat(failedWrite("third", "ok").status()).isEqualTo(503);
        assertThat(ask("ok").status()).isEqualTo(200);
        release.countDown();
        CompletableFuture.allOf(slow.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    }

    @Test
    void slowInquiriesOfClientsLeaveThoseOfTheReconciliation() throws Exception {
        var slow = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> catchThrowableOfType(
                                ProviderException.class, () -> read(CallType.CLIENT_INQUIRY, "hang")),
                        threads))
                .limit(4)
                .toList();
        awaitCalls(4);
        assertThat(catchThrowableOfType(ProviderException.class, () -> read(CallType.CLIENT_INQUIRY, "ok"))
                        .wasSent())
                .isFalse();
        assertThat(read(CallType.INQUIRY, "ok").status()).isEqualTo(200);
        release.countDown();
        CompletableFuture.allOf(slow.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    }

    private ProviderException failedWrite(String caller, String path) {
        return catchThrowableOfType(ProviderException.class, () -> write(CallType.CLIENT_WRITE, caller, path));
    }

    private void awaitCalls(int number) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (calls.get() < number && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(calls).hasValue(number);
    }
}
