package org.solitude.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An external HTTP server that delays all responses until a test releases them, without blocking its own threads. */
final class SlowProvider implements AutoCloseable {
    private final Queue<HttpExchange> waiting = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile boolean open;

    SlowProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Returns the number of requests without a response. */
    int waiting() {
        return waiting.size();
    }

    /** Responds to all waiting requests, and to later ones at once. */
    void answer() {
        open = true;
        for (HttpExchange exchange = waiting.poll(); exchange != null; exchange = waiting.poll()) {
            answer(exchange);
        }
    }

    private void handle(HttpExchange exchange) {
        waiting.add(exchange);
        if (open) {
            answer();
        }
    }

    private static void answer(HttpExchange exchange) {
        try {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the caller closed the connection before the response", e);
        }
    }

    @Override
    public void close() {
        answer();
        server.stop(0);
    }
}
