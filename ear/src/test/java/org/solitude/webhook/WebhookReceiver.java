package org.solitude.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/** A client's server that receives webhooks. It records all of them, and separately those it accepted, by id. */
public final class WebhookReceiver implements AutoCloseable {
    /** The only loopback address that the tests' servers may call. */
    static final String ADDRESS = "127.0.0.5";

    private final Queue<ReceivedWebhook> webhooks = new ConcurrentLinkedQueue<>();
    private final Map<String, ReceivedWebhook> accepted = new ConcurrentHashMap<>();
    private final Map<String, Integer> countById = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile BiFunction<ReceivedWebhook, Integer, Reply> replies = (webhook, number) -> Reply.OK;

    /** A response of the receiver. */
    public record Reply(int status, Map<String, String> headers) {
        public static final Reply OK = new Reply(204, Map.of());

        /** Sends no response, so that the sender times out. */
        public static final Reply NONE = new Reply(0, Map.of());

        static Reply of(int status) {
            return new Reply(status, Map.of());
        }

        Reply with(String header, String value) {
            return new Reply(status, Map.of(header, value));
        }
    }

    public WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(ADDRESS, 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    /** Sets the replies from now on, by the webhook and its number among those with the same id, from 1. */
    public WebhookReceiver answering(BiFunction<ReceivedWebhook, Integer, Reply> newReplies) {
        replies = newReplies;
        return this;
    }

    public String url() {
        return "http://" + ADDRESS + ":" + server.getAddress().getPort() + "/hook";
    }

    /** Returns all webhooks in the order they were received. */
    public List<ReceivedWebhook> webhooks() {
        return List.copyOf(webhooks);
    }

    List<ReceivedWebhook> webhooksOf(String task) {
        return webhooks().stream()
                .filter(webhook -> webhook.task().equals(task))
                .toList();
    }

    /** Returns the accepted webhooks, each id once, even if it was received again. */
    public Collection<ReceivedWebhook> accepted() {
        return List.copyOf(accepted.values());
    }

    private void receive(HttpExchange exchange) throws IOException {
        ReceivedWebhook webhook = ReceivedWebhook.of(exchange);
        webhooks.add(webhook);
        Reply reply = replies.apply(webhook, countById.merge(webhook.id(), 1, Integer::sum));
        if (reply == Reply.NONE) {
            return;
        }
        if (reply.status() / 100 == 2) {
            accepted.putIfAbsent(webhook.id(), webhook);
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
