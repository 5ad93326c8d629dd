package org.solitude.web.http.connection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs liveness checks on a thread of their own, so that they are answered while all threads of the HTTP server are
 * busy. They wait for nothing, so one thread is enough; it ends when it has been idle for a while.
 */
final class LivenessHandler implements HttpHandler {

    private static final Set<String> PATHS = Set.of("/services/live", "/services/live/");
    private static final int WAITING = 1000;
    private static final int IDLE_SECONDS = 10;

    private final HttpHandler next;
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread made = new Thread(work, "liveness");
                made.setDaemon(true);
                return made;
            });

    LivenessHandler(HttpHandler next) {
        this.next = next;
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isInIoThread() && PATHS.contains(exchange.getRelativePath())) {
            exchange.dispatch(thread, next);
        } else {
            next.handleRequest(exchange);
        }
    }
}
