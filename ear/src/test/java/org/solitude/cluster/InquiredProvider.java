package org.solitude.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.solitude.harness.ServerProcess;

/** A payment provider whose payments stay pending; it records when it is asked about each. */
final class InquiredProvider implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<Long>> inquiries = new ConcurrentHashMap<>();

    InquiredProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Makes it the provider {@code inquired} of a node. */
    void configure(ServerProcess node) {
        node.set("SOLITUDE_PROVIDER_NAMES", "inquired");
        node.set(
                "SOLITUDE_PROVIDER_INQUIRED_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        node.set("SOLITUDE_PROVIDER_INQUIRED_RESOURCES", "transactions");
        node.set("SOLITUDE_PROVIDER_INQUIRED_READ_TIMEOUT", "PT5S");
    }

    /** Returns the times between two inquiries of one payment, in milliseconds. */
    List<Long> pauses(String payment) {
        List<Long> times = List.copyOf(inquiries.getOrDefault(payment, List.of()));
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            pauses.add((times.get(i) - times.get(i - 1)) / 1_000_000);
        }
        return pauses;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        if (query == null) {
            send(exchange, 201, "{\"status\": \"pending\", \"token\": \"%s\"}".formatted(UUID.randomUUID()));
            return;
        }
        String uuid = query.replace("uuid=", "");
        inquiries
                .computeIfAbsent(uuid, each -> Collections.synchronizedList(new ArrayList<>()))
                .add(System.nanoTime());
        send(exchange, 200, "{\"objects\": [{\"uuid\": \"%s\", \"status\": \"pending\"}]}".formatted(uuid));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
