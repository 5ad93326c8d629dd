package org.solitude.testkit.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The provider as a server that runs. It never blocks a thread of its own: who must wait waits in a schedule, so a thousand
 * slow requests at once are no trouble. The ledger is there for tests and knows no faults.
 */
public final class ReferenceProvider implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ReferenceProvider.class.getName());
    private static final int WAITING_CONNECTIONS = 1_000;
    private static final String RETRY_AFTER = "1";

    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "reference provider");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;
    private final ApiKeyCheck apiKey;
    private final ProviderOptions options;
    private final EventSender events;
    private final ProviderApi api;
    private volatile FaultInjector faultInjector;

    private ReferenceProvider(ProviderOptions options) throws IOException {
        this.options = options;
        apiKey = new ApiKeyCheck(options.key());
        faultInjector = new FaultInjector(options.faults());
        events = new EventSender(later, options.signature(), options.eventsTo());
        api = new ProviderApi(events, later);
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), WAITING_CONNECTIONS);
        server.createContext("/", this::receive);
    }

    /** Starts one on a free port with secrets of its own. */
    public static ReferenceProvider start(Faults faults) {
        return start(ProviderOptions.fresh(faults));
    }

    public static ReferenceProvider start(ProviderOptions options) {
        try {
            var provider = new ReferenceProvider(options);
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException("no provider on port " + options.port() + ": " + e.getMessage(), e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** What it was set up with: the key and the secret of its notices among it. */
    public ProviderOptions options() {
        return options;
    }

    public ChargeLedger ledger() {
        return api.ledger();
    }

    /** From now on it is this ill. */
    public void injectFaults(Faults faults) {
        faultInjector = new FaultInjector(faults);
    }

    /** From now on its notices go there. */
    public void sendEventsTo(URI url) {
        events.sendTo(url);
    }

    private void receive(HttpExchange exchange) {
        FaultInjector now = faultInjector;
        later.schedule(() -> serve(exchange, now), now.faults().latency().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void serve(HttpExchange exchange, FaultInjector now) {
        try (exchange) {
            ProviderCall ask = ProviderCall.of(exchange);
            boolean exempt = ask.collection().equals("ledger");
            Faults faults = exempt ? Faults.none() : now.faults();
            if (now.hits(faults.droppedBefore())) {
                return;
            }
            if (now.hits(faults.unavailable())) {
                exchange.getResponseHeaders().set("Retry-After", RETRY_AFTER);
                send(exchange, ProviderReply.of(new RefusedException(503, "the provider is busy")));
                return;
            }
            ProviderReply reply = apiKey.accepts(exchange.getRequestHeaders().getFirst("Authorization"))
                    ? api.answer(ask, now)
                    : ProviderReply.of(new RefusedException(401, "the key is wrong or missing"));
            if (!now.hits(faults.droppedAfter())) {
                send(exchange, reply);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the client hung up", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the provider has a bug: no answer is sent", e);
        }
    }

    private static void send(HttpExchange exchange, ProviderReply reply) throws IOException {
        byte[] body = reply.bytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        later.shutdownNow();
    }
}
