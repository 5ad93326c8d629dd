package org.solitude.web.api.provider;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.solitude.caller.Caller;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.security.CallerResolver;

/**
 * Refuses writes below a provider's {@code transactions/} to callers without the role {@code payer}, and its other
 * writes to those without the role {@code client}: one resource serves both. A write whose path only resembles that of
 * a payment is taken for one. Runs again at a replay, and before a write becomes a task.
 */
@Provider
@ProviderEndpoint
@Priority(Priorities.AUTHORIZATION)
public class ProviderWriteRoleFilter implements ContainerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private CallerResolver callers;

    @Override
    public void filter(ContainerRequestContext request) {
        if (READS.contains(request.getMethod())) {
            return;
        }
        Caller caller = callers.current();
        boolean money = ProviderPathParameters.of(request.getUriInfo()).isBelow("transactions");
        if (!(money ? caller.mayPay() : caller.mayWrite())) {
            request.abortWith(Problem.of(403, "This needs the role " + (money ? "payer" : "client") + ".")
                    .asResponse()
                    .build());
        }
    }
}
