package org.solitude.web.http.connection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Puts an {@link UnawaitedRequestConduit} under each request that has a body. */
final class UnawaitedRequestHandler implements HttpHandler {

    private final HttpHandler next;

    UnawaitedRequestHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.isRequestComplete()) {
            exchange.addRequestWrapper((conduits, request) -> new UnawaitedRequestConduit(conduits.create(), request));
        }
        next.handleRequest(exchange);
    }
}
