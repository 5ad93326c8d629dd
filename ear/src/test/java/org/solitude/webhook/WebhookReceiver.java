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

/** A client's own server, which is called when a task has ended. It keeps a log, and knows which ids it has already. */
public final class WebhookReceiver implements AutoCloseable {
    /** A loopback address that the tests' server may call; it may call no other. */
    static final String ADDRESS = "127.0.0.5";

    private final Queue<ReceivedWebhook> webhooks = new ConcurrentLinkedQueue<>();
    private final Map<String, ReceivedWebhook> accepted = new ConcurrentHashMap<>();
    private final Map<String, Integer> countById = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile BiFunction<ReceivedWebhook, Integer, Reply> replies = (call, number) -> Reply.OK;

    /** What it answers. */
    public record Reply(int status, Map<String, String> headers) {
        public static final Reply OK = new Reply(204, Map.of());

        /** Says nothing, until who called gives up. */
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

    /** How it answers from now on: to a call, and its number among those with its id, from 1. */
    public WebhookReceiver answering(BiFunction<ReceivedWebhook, Integer, Reply> newMood) {
        replies = newMood;
        return this;
    }

    public String url() {
        return "http://" + ADDRESS + ":" + server.getAddress().getPort() + "/hook";
    }

    /** Every call it ever got, in the order they came. */
    public List<ReceivedWebhook> webhooks() {
        return List.copyOf(webhooks);
    }

    List<ReceivedWebhook> webhooksOf(String task) {
        return webhooks().stream().filter(call -> call.task().equals(task)).toList();
    }

    /** The calls it accepted, each id once: what comes again is answered again and not kept again. */
    public Collection<ReceivedWebhook> accepted() {
        return List.copyOf(accepted.values());
    }

    private void receive(HttpExchange exchange) throws IOException {
        ReceivedWebhook call = ReceivedWebhook.of(exchange);
        webhooks.add(call);
        Reply reply = replies.apply(call, countById.merge(call.id(), 1, Integer::sum));
        if (reply == Reply.NONE) {
            return;
        }
        if (reply.status() / 100 == 2) {
            accepted.putIfAbsent(call.id(), call);
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
