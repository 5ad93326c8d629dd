package org.solitude.web.async;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.solitude.task.Header;
import org.solitude.task.StoredRequest;

/**
 * A request on the wire as it is kept: everything that shapes the response, and nothing that proves who asked or says
 * how the bytes travelled.
 */
public final class RequestSnapshot {

    /**
     * Credentials, the connection's own headers (RFC 9110 7.6.1), the delay's own, what the origin already says, and the page a
     * browser showed, which was judged when it asked.
     */
    private static final Set<String> DROPPED = Set.of(
            "authorization",
            "cookie",
            "proxy-authorization",
            "x-api-key",
            "x-auth-token",
            "connection",
            "content-length",
            "expect",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "forwarded",
            "host",
            "origin",
            "prefer",
            "idempotency-key");

    private static final List<String> DROPPED_PREFIXES = List.of("solitude-", "x-forwarded-", "sec-");

    private RequestSnapshot() {}

    public static StoredRequest of(ContainerRequestContext request) throws IOException {
        URI uri = request.getUriInfo().getRequestUri();
        return new StoredRequest(
                request.getMethod(),
                uri.getScheme() + "://" + uri.getRawAuthority(),
                uri.getRawPath(),
                uri.getRawQuery(),
                headers(request),
                request.getEntityStream().readAllBytes());
    }

    private static List<Header> headers(ContainerRequestContext request) {
        List<Header> kept = new ArrayList<>();
        request.getHeaders().forEach((name, values) -> {
            if (isStored(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> kept.add(new Header(name, value)));
            }
        });
        return kept;
    }

    private static boolean isStored(String name) {
        return !DROPPED.contains(name) && DROPPED_PREFIXES.stream().noneMatch(name::startsWith);
    }
}
