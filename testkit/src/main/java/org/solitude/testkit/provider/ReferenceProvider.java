package org.solitude.testkit.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A running HTTP server of the reference provider. Delayed requests wait in a scheduler and block no thread, so a
 * thousand slow requests at once are possible. Requests of the ledger get no faults.
 */
public final class ReferenceProvider implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ReferenceProvider.class.getName());
    private static final int ACCEPT_BACKLOG = 1_000;
    private static final String RETRY_AFTER = "1";

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(4, task -> {
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
        events = new EventSender(scheduler, options.signature(), options.eventsTo());
        api = new ProviderApi(events, scheduler);
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), ACCEPT_BACKLOG);
        server.createContext("/", this::receive);
    }

    /** Starts a provider on a free port with random secrets. */
    public static ReferenceProvider start(Faults faults) {
        return start(ProviderOptions.fresh(faults));
    }

    public static ReferenceProvider start(ProviderOptions options) {
        try {
            var provider = new ReferenceProvider(options);
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot start the provider on port " + options.port() + ": " + e.getMessage(), e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Returns its options, with its secrets. */
    public ProviderOptions options() {
        return options;
    }

    public ChargeLedger ledger() {
        return api.ledger();
    }

    /** Simulates these faults from now on, instead of earlier ones. */
    public void injectFaults(Faults faults) {
        faultInjector = new FaultInjector(faults);
    }

    /** Sends events to this URL from now on. */
    public void sendEventsTo(URI url) {
        events.sendTo(url);
    }

    /**
     * Reports that the buyer's bank disputes a payment.
     *
     * @param id of the chargeback: a report with the same id is news of the same one
     * @param status pending while it is open, completed when the money is gone, failed when the payment stands
     */
    public void chargeBack(Charge charge, String id, String status) {
        events.send(
                "chargeback",
                Json.createObjectBuilder()
                        .add("id", id)
                        .add("uuid", charge.uuid())
                        .add("amount", charge.amount().toPlainString())
                        .add("currency", charge.currency())
                        .add("status", status)
                        .build());
    }

    private void receive(HttpExchange exchange) {
        FaultInjector injector = faultInjector;
        scheduler.schedule(
                () -> serve(exchange, injector), injector.faults().latency().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void serve(HttpExchange exchange, FaultInjector injector) {
        try (exchange) {
            ProviderCall call = ProviderCall.of(exchange);
            boolean isLedger = call.collection().equals("ledger");
            Faults faults = isLedger ? Faults.none() : injector.faults();
            if (injector.hits(faults.droppedBefore())) {
                return;
            }
            if (injector.hits(faults.unavailable())) {
                exchange.getResponseHeaders().set("Retry-After", RETRY_AFTER);
                send(exchange, ProviderReply.of(new RefusedException(503, "the provider is busy")));
                return;
            }
            if (injector.hits(faults.missing())) {
                send(exchange, ProviderReply.of(new RefusedException(404, "there is nothing at this path")));
                return;
            }
            ProviderReply reply = apiKey.accepts(exchange.getRequestHeaders().getFirst("Authorization"))
                    ? api.reply(call, injector)
                    : ProviderReply.of(new RefusedException(401, "the key is wrong or missing"));
            if (!injector.hits(faults.droppedAfter())) {
                send(exchange, reply);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the client closed the connection", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the provider has a bug: it sends no response", e);
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
        scheduler.shutdownNow();
    }
}
