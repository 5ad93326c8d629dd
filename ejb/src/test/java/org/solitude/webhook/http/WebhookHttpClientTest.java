package org.solitude.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.webhook.AddressRules;
import org.solitude.webhook.DeliveryOutcome;
import org.solitude.webhook.WebhookTransport.Result;

/** Calls to receivers that may behave badly, by host names that may resolve to anything. */
class WebhookHttpClientTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpExchange> calls = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void receiverGetsHeadersAndBody() throws Exception {
        serve(exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(new String(body, UTF_8).equals("{\"a\":1}") ? 204 : 400, -1);
        });
        assertThat(call("127.0.0.1", "127.0.0.1")).isEqualTo(new Result(DeliveryOutcome.ACCEPTED, 204, null));
        assertThat(calls.get(0).getRequestHeaders().getFirst("webhook-id")).isEqualTo("msg_1");
        assertThat(calls.get(0).getRequestHeaders().getFirst("Cookie")).isNull();
    }

    /** The address is public at the check and private at a second lookup, which must not happen. */
    @Test
    void hostIsResolvedOncePerCall() throws Exception {
        serve(exchange -> exchange.sendResponseHeaders(204, -1));
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1", "169.254.169.254"));
        ScriptedResolver names = new ScriptedResolver(answers);
        assertThat(call("rebinding.example", names, List.of("127.0.0.1")).outcome())
                .isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(names.asked).isEqualTo(1);
        assertThat(call("rebinding.example", names, List.of("127.0.0.1")).outcome())
                .isEqualTo(DeliveryOutcome.FORBIDDEN_ADDRESS);
        assertThat(names.asked).isEqualTo(2);
        assertThat(calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "inner.example"})
    void internalAddressIsForbidden(String host) throws Exception {
        serve(exchange -> exchange.sendResponseHeaders(204, -1));
        ScriptedResolver names = new ScriptedResolver(new ArrayDeque<>(List.of("127.0.0.1")));
        assertThat(call(host, names, List.of()).outcome()).isEqualTo(DeliveryOutcome.FORBIDDEN_ADDRESS);
        assertThat(calls).isEmpty();
    }

    /** A host with several addresses is called at the permitted one only. */
    @Test
    void onlyPermittedAddressesAreResolved() throws Exception {
        AddressCheckingDnsResolver names = new AddressCheckingDnsResolver(
                new FixedResolver(host -> new InetAddress[] {
                    InetAddress.getByName("10.0.0.1"), InetAddress.getByName("8.8.8.8"), InetAddress.getByName("::1")
                }),
                AddressRules.allowing(List.of()));
        assertThat(names.resolve("mixed.example")).containsExactly(InetAddress.getByName("8.8.8.8"));
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThat(call("127.0.0.1", "127.0.0.1")).isEqualTo(new Result(DeliveryOutcome.REFUSED, 307, "7"));
        assertThat(calls).hasSize(1);
    }

    @Test
    void receiverThatDoesNotAnswerTimesOut() throws Exception {
        serve(exchange -> {});
        assertThat(call("127.0.0.1", "127.0.0.1").outcome()).isEqualTo(DeliveryOutcome.TIMED_OUT);
    }

    /** Each byte arrives in time, the whole response never: only the time limit of the whole call ends this. */
    @Test
    void receiverThatSendsSlowlyTimesOut() throws Exception {
        try (ServerSocket sendSlowly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> sendSlowly(sendSlowly));
            long began = System.nanoTime();
            WebhookHttpClient client = client(new FixedResolver(InetAddress::getAllByName), List.of("127.0.0.1"));
            Result answer = client.post(
                    URI.create("http://127.0.0.1:" + sendSlowly.getLocalPort() + "/"), Map.of(), new byte[] {'{', '}'});
            assertThat(answer.outcome()).isEqualTo(DeliveryOutcome.TIMED_OUT);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TIMEOUT.multipliedBy(5));
        }
    }

    @Test
    void endlessBodyIsNotRead() throws Exception {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(block);
            }
        });
        long began = System.nanoTime();
        assertThat(call("127.0.0.1", "127.0.0.1").outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TIMEOUT);
    }

    @Test
    void closedPortAndUnknownHostAreUnreachable() throws Exception {
        server.stop(0);
        assertThat(call("127.0.0.1", "127.0.0.1").outcome()).isEqualTo(DeliveryOutcome.UNREACHABLE);
        ScriptedResolver none = new ScriptedResolver(new ArrayDeque<>());
        assertThat(call("unknown.example", none, List.of()).outcome()).isEqualTo(DeliveryOutcome.UNREACHABLE);
    }

    private void serve(Behaviour behaviour) {
        server.createContext("/", exchange -> {
            calls.add(exchange);
            behaviour.answer(exchange);
        });
    }

    private Result call(String host, String allowed) throws Exception {
        return call(host, new FixedResolver(InetAddress::getAllByName), List.of(allowed));
    }

    private Result call(String host, DnsResolver names, List<String> allowed) throws Exception {
        try (WebhookHttpClient client = client(names, allowed)) {
            URI url = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/hook");
            return client.post(url, Map.of("webhook-id", "msg_1"), "{\"a\":1}".getBytes(UTF_8));
        }
    }

    private WebhookHttpClient client(DnsResolver names, List<String> allowed) throws NoSuchAlgorithmException {
        return new WebhookHttpClient(
                new AddressCheckingDnsResolver(names, AddressRules.allowing(allowed)),
                SSLContext.getDefault(),
                2,
                TIMEOUT,
                timer);
    }

    private static void sendSlowly(ServerSocket server) {
        try (var socket = server.accept()) {
            for (byte b : ("HTTP/1.1 200 OK\r\nX-Slow: " + "x".repeat(1_000)).getBytes(UTF_8)) {
                socket.getOutputStream().write(b);
                socket.getOutputStream().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(100).toNanos());
            }
        } catch (IOException closed) {
            System.getLogger(WebhookHttpClientTest.class.getName())
                    .log(System.Logger.Level.DEBUG, "the client closed the connection", closed);
        }
    }

    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private record FixedResolver(Lookup lookup) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return lookup.of(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** Returns the next scripted address at each lookup. */
    private static final class ScriptedResolver implements DnsResolver {

        private final Deque<String> answers;
        private int asked;

        ScriptedResolver(Deque<String> answers) {
            this.answers = answers;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            asked++;
            if (answers.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getByName(answers.removeFirst())};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
