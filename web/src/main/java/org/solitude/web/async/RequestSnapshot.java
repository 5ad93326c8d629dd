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
import org.solitude.web.http.headers.Preferences;

/**
 * Takes a snapshot of a request for a later replay or a comparison: all that shapes the response, without credentials
 * and without headers of the connection.
 */
public final class RequestSnapshot {

    /**
     * Not stored: credentials, headers of the connection (RFC 9110, 7.6.1), headers of the asynchronous contract,
     * headers that repeat the origin, and the browser's {@code Origin}, which is checked when the request arrives. Of
     * {@code Prefer}, only {@code return} is about the response to the write and stored.
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

    /** Reads the request, its body included. */
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
        List<Header> stored = new ArrayList<>();
        request.getHeaders().forEach((name, values) -> {
            if (isStored(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> stored.add(new Header(name, value)));
            }
        });
        Preferences.Return preferred = Preferences.of(request).returned();
        if (preferred != null) {
            stored.add(new Header(Preferences.NAME, preferred.toString()));
        }
        return stored;
    }

    private static boolean isStored(String name) {
        return !DROPPED.contains(name) && DROPPED_PREFIXES.stream().noneMatch(name::startsWith);
    }
}
