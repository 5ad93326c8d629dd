package org.solitude.web.http.connection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.Semaphore;

/** Puts a {@link BoundedWaitConduit} over each response. */
final class SlowReaderHandler implements HttpHandler {

    private final HttpHandler next;
    private final SlowReaderSettings settings;
    private final Semaphore places;

    SlowReaderHandler(HttpHandler next, SlowReaderSettings settings) {
        this.next = next;
        this.settings = settings;
        this.places = new Semaphore(settings.threads());
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseWrapper((conduits, answered) ->
                new BoundedWaitConduit(conduits.create(), answered, places, settings.longest()));
        next.handleRequest(exchange);
    }
}
