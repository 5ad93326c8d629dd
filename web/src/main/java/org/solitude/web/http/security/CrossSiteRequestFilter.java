package org.solitude.web.http.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.web.http.problem.Problem;

/**
 * Refuses unsafe requests that a browser sends for a page of another site (cross-site request forgery): a browser that
 * knows a client's secret adds it to every request, and a write without a body needs no preflight. It reads
 * {@code Sec-Fetch-Site} (W3C Fetch Metadata) and, from older browsers, {@code Origin} (RFC 6454). Other clients send
 * neither.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class CrossSiteRequestFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ALLOWED_SITES = Set.of("same-origin", "none");

    /**
     * The one other origin whose pages may call the API; the CORS filter in docker/solitude.cli reads the same setting.
     */
    @Inject
    @ConfigProperty(name = "solitude.cors.origin")
    private Optional<String> allowed;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && isCrossSite(request)) {
            request.abortWith(Problem.of(
                            SecurityErrors.FORBIDDEN,
                            "A page of another origin may not do this."
                                    + " Call from your own code, or have the origin allowed.")
                    .asResponse()
                    .build());
        }
    }

    private boolean isCrossSite(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin != null && allowed.filter(origin::equals).isPresent()) {
            return false;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !ALLOWED_SITES.contains(site);
        }
        return origin != null && !isSameHost(origin, request.getUriInfo().getRequestUri());
    }

    /** Compares without the scheme: a proxy in front of the server may terminate TLS. */
    private static boolean isSameHost(String origin, URI requested) {
        return origin.replaceFirst("^[a-z]+://", "").equalsIgnoreCase(requested.getRawAuthority());
    }
}
