package org.solitude.web.api.provider;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Forbids the compression of a provider's answers, which may hold tokens: what is compressed together with text of an
 * attacker's choice betrays itself by its length (BREACH). It is set before the general {@code no-store}.
 */
@Provider
@ProviderEndpoint
@Priority(Priorities.USER + 1)
public class UncompressedAnswerFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
    }
}
