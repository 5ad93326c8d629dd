package org.solitude.web.api.provider;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Removes the headers of the asynchronous contract from a provider's event: a task would be stored before its signature
 * is verified, and would have no owner who could poll it.
 */
@Provider
@ProviderEventEndpoint
@Priority(Priorities.AUTHENTICATION)
public class SynchronousEventFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders()
                .keySet()
                .removeIf(name -> name.regionMatches(true, 0, "solitude-", 0, "solitude-".length())
                        || name.equalsIgnoreCase("prefer")
                        || name.equalsIgnoreCase("idempotency-key"));
    }
}
