package org.solitude.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.solitude.web.problem.Problem;

/**
 * Refuses a path with square brackets, which belong to a host only (RFC 3986, 3.2.2). The web server lets them pass, and
 * all that asks for the request's URI would fail. What else a path must not have is refused before it comes here.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 200)
public class RefuseMalformedPaths implements ContainerRequestFilter {

    private static final int BAD_REQUEST = 400;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isUri(request)) {
            request.abortWith(
                    Problem.of(BAD_REQUEST, "The path has a square bracket. Write it as %5B or %5D (percent-encoding).")
                            .asResponse()
                            .build());
        }
    }

    private static boolean isUri(ContainerRequestContext request) {
        try {
            request.getUriInfo().getRequestUri();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
