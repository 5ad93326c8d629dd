package org.solitude.harness;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider over real HTTP that sends the responses a test scripts. It answers other paths with 200 and
 * {@code {}}. It never blocks one of its threads: a call that is scripted to hang gets no response.
 */
public final class ScriptedProvider implements AutoCloseable {

    /** The credentials that Solitude must send to it. */
    public static final String CREDENTIALS = "Bearer our-secret-at-the-provider";

    /** The example secret of the Standard Webhooks specification. */
    public static final String EVENT_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpServer server;
    private final Map<String, Queue<Reply>> script = new ConcurrentHashMap<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<HttpExchange> hanging = new ConcurrentLinkedQueue<>();

    ScriptedProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** A call that it received. */
    public record Call(String method, String uri, Headers headers, String body) {

        public @Nullable String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** Responds to a call. */
    public interface Reply extends Consumer<HttpExchange> {}

    /**
     * Returns the settings of two providers that are both this server: {@code scripted}, whose circuit breaker never
     * opens, and {@code frail}, whose circuit breaker opens after few failures.
     */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (String name : List.of("scripted", "frail")) {
            String prefix = "solitude.provider." + name + ".";
            settings.put(
                    prefix + "url", "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name + "/v1");
            settings.put(prefix + "credentials", CREDENTIALS);
            settings.put(prefix + "resources", "sellers,products,transactions,terms:GET");
            settings.put(prefix + "read-timeout", "PT60S");
            settings.put(prefix + "notice-secrets", EVENT_SECRET);
        }
        settings.put("solitude.provider.scripted.calls-at-once", "150");
        settings.put("solitude.provider.scripted.circuit-window", "100000");
        settings.put("solitude.provider.scripted.errors", "418=422");
        settings.put("solitude.provider.frail.read-timeout", "PT1S");
        settings.put("solitude.provider.frail.circuit-delay", "PT2S");
        return settings;
    }

    /**
     * Scripts the replies to the next calls of this path, whatever their query. The last reply answers all later calls.
     *
     * @param path the path, for all methods; or a method and a path, as in {@code GET /scripted/v1/sellers/}, which
     *     takes precedence
     */
    public void on(String path, Reply... replies) {
        script.put(path, new ConcurrentLinkedQueue<>(List.of(replies)));
    }

    /** Forgets the replies that were scripted for this path. */
    public void forget(String path) {
        script.remove(path);
    }

    /** Returns the calls of this path in the order they were received. */
    public List<Call> calls(String path) {
        return calls.stream()
                .filter(call -> call.uri().replaceAll("\\?.*", "").equals(path))
                .toList();
    }

    /** Responds to all calls that hang. */
    public void answerHanging(int status, String body) {
        for (HttpExchange exchange = hanging.poll(); exchange != null; exchange = hanging.poll()) {
            json(status, body).accept(exchange);
        }
    }

    public static Reply json(int status, String body, String... headers) {
        return answer(status, "application/json", body, headers);
    }

    public static Reply answer(int status, String type, String body, String... headers) {
        return exchange -> {
            try {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", type);
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
                }
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (IOException e) {
                System.getLogger(ScriptedProvider.class.getName())
                        .log(System.Logger.Level.DEBUG, "the caller closed the connection before the response", e);
            } finally {
                exchange.close();
            }
        };
    }

    /** Closes the connection without a response. */
    public static Reply drop() {
        return HttpExchange::close;
    }

    /** Sends no response until {@link #answerHanging}. */
    public Reply hang() {
        return hanging::add;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        String path = exchange.getRequestURI().getPath();
        Queue<Reply> replies = script.getOrDefault(
                exchange.getRequestMethod() + " " + path, script.getOrDefault(path, new ConcurrentLinkedQueue<>()));
        Reply reply = replies.size() > 1 ? replies.poll() : replies.peek();
        (reply == null ? json(200, "{}") : reply).accept(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
