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
 * Refuses what a browser sends at the behest of another site's page (cross-site request forgery): a browser that knows a
 * client's secret adds it to any page's request, and a write without a body needs no preflight. Judged by what browsers
 * themselves tell, {@code Sec-Fetch-Site} (Fetch Metadata) and, from those that do not, {@code Origin} (RFC 6454). What is
 * no browser sends neither.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class CrossSiteRequestFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

    /** The one origin besides our own whose pages may call us; the set-up script's CORS filter reads the same. */
    @Inject
    @ConfigProperty(name = "solitude.cors.origin")
    private Optional<String> allowed;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && isForeign(request)) {
            request.abortWith(Problem.of(
                            SecurityErrors.FORBIDDEN,
                            "A page of another origin may not do this. Call from your own code, or have the origin allowed.")
                    .asResponse()
                    .build());
        }
    }

    private boolean isForeign(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin != null && allowed.filter(origin::equals).isPresent()) {
            return false;
        }
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !SAME_SITE.contains(site);
        }
        return origin != null && !isOurs(origin, request.getUriInfo().getRequestUri());
    }

    /** The scheme may differ: a proxy in front of us may speak TLS for us. */
    private static boolean isOurs(String origin, URI asked) {
        return origin.replaceFirst("^[a-z]+://", "").equalsIgnoreCase(asked.getRawAuthority());
    }
}
