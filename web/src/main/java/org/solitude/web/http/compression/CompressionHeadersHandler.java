package org.solitude.web.http.compression;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.encoding.AllowedContentEncodings;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * Says in the headers of a response what compression does to it: {@code Vary}, because the same request without
 * {@code Accept-Encoding} gets other bytes, and an {@code ETag} of its own. It acts when the response is sent, so that a
 * stored response has neither.
 */
final class CompressionHeadersHandler implements HttpHandler {

    private final HttpHandler next;

    CompressionHeadersHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseCommitListener(CompressionHeadersHandler::complete);
        next.handleRequest(exchange);
    }

    private static void complete(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders();
        boolean hasBody =
                exchange.getResponseContentLength() != 0 && exchange.getStatusCode() != StatusCodes.NO_CONTENT;
        if ((hasBody || isNotModified(exchange)) && !variesByEncoding(headers)) {
            headers.add(Headers.VARY, Headers.ACCEPT_ENCODING_STRING);
        }
        String tag = headers.getFirst(Headers.ETAG);
        if (hasBody && tag != null && isCompressed(exchange)) {
            headers.put(Headers.ETAG, CompressedTags.header(tag));
        }
    }

    private static boolean isNotModified(HttpServerExchange exchange) {
        return exchange.getStatusCode() == StatusCodes.NOT_MODIFIED;
    }

    private static boolean variesByEncoding(HeaderMap headers) {
        HeaderValues vary = headers.get(Headers.VARY);
        return vary != null && vary.stream().anyMatch(line -> line.contains(Headers.ACCEPT_ENCODING_STRING));
    }

    /** Asks the gzip filter, which compresses after this and has set no header yet. */
    private static boolean isCompressed(HttpServerExchange exchange) {
        AllowedContentEncodings encodings = exchange.getAttachment(AllowedContentEncodings.ATTACHMENT_KEY);
        return encodings != null
                && !isNotModified(exchange)
                && !exchange.getResponseHeaders().contains(Headers.CONTENT_ENCODING)
                && !encodings.isIdentity();
    }
}
