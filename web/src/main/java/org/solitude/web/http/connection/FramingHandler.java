package org.solitude.web.http.connection;

import io.undertow.conduits.ReadDataStreamSourceConduit;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ServletProblems;

/**
 * Refuses HTTP/1 requests that a proxy in front of this server might delimit differently (request smuggling, RFC 9112,
 * 11.2), and closes their connections. Undertow itself refuses a {@code Content-Length} beside a
 * {@code Transfer-Encoding}, and two of either.
 */
final class FramingHandler implements HttpHandler {

    private static final int BAD_REQUEST = 400;
    private static final String CHUNKED = "chunked";
    /** Undertow computes the length without a check for overflow. */
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final HttpHandler next;

    FramingHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!(exchange.getConnection() instanceof HttpServerConnection connection)) {
            next.handleRequest(exchange);
            return;
        }
        HeaderMap headers = exchange.getRequestHeaders();
        String coding = headers.getFirst(Headers.TRANSFER_ENCODING);
        String fault = fault(headers, coding, exchange.isHttp11());
        if (fault != null) {
            refuse(exchange, fault);
            return;
        }
        if (coding != null) {
            connection
                    .getChannel()
                    .getSourceChannel()
                    .setConduit(new ChunkedRequestConduit(
                            new ReadDataStreamSourceConduit(connection.getOriginalSourceConduit(), connection),
                            exchange));
        }
        next.handleRequest(exchange);
    }

    private static @Nullable String fault(HeaderMap headers, @Nullable String coding, boolean http11) {
        if (coding != null && !(http11 && coding.equalsIgnoreCase(CHUNKED))) {
            return "The only Transfer-Encoding is \"chunked\", in HTTP/1.1.";
        }
        String length = headers.getFirst(Headers.CONTENT_LENGTH);
        if (length != null && !LENGTH.matcher(length).matches()) {
            return "Content-Length must be a whole number of bytes.";
        }
        return hasSpaceBeforeColon(headers) ? "A header has a space between its name and the colon." : null;
    }

    /** Undertow ends a name at the space and takes the colon for a part of the value. */
    private static boolean hasSpaceBeforeColon(HeaderMap headers) {
        for (HeaderValues header : headers) {
            for (String value : header) {
                if (value.startsWith(":")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void refuse(HttpServerExchange exchange, String fault) {
        exchange.setPersistent(false);
        exchange.setStatusCode(BAD_REQUEST);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, Problem.MEDIA_TYPE);
        exchange.getResponseSender().send(ByteBuffer.wrap(ServletProblems.body(Problem.of(BAD_REQUEST, fault))));
    }
}
