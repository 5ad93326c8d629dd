package org.solitude.web.http.headers;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Forbids caching and content sniffing for every response whose resource sets no header of its own. The polling URLs
 * need it most: a 404 may be cached by default (RFC 9110, 15.1).
 */
@Provider
public class DefaultHeadersFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        addIfAbsent(response, HttpHeaders.CACHE_CONTROL, "no-store");
        addIfAbsent(response, "X-Content-Type-Options", "nosniff");
    }

    private static void addIfAbsent(ContainerResponseContext response, String name, String value) {
        if (!response.getHeaders().containsKey(name)) {
            response.getHeaders().add(name, value);
        }
    }
}
