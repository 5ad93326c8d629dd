package org.solitude.web.http.proxy;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import org.solitude.proxy.ProxySettings;
import org.solitude.web.http.problem.Problem;

/**
 * Refuses in proxy mode what needs a database: 404 for resources other than {@code /provider/} and {@code /services/},
 * 501 for {@code Solitude-Async}. {@code Prefer: respond-async} is ignored, as RFC 7240 allows.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class ProxyModeFilter implements ContainerRequestFilter {

    private static final Set<String> SERVED_PATHS = Set.of("provider", "services");
    private static final String ASYNC = "Solitude-Async";
    private static final String PREFER = "Prefer";

    @Inject
    private ProxySettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!settings.isProxy()) {
            return;
        }
        List<PathSegment> path = request.getUriInfo().getPathSegments();
        if (path.isEmpty() || !SERVED_PATHS.contains(path.get(0).getPath())) {
            refuse(request, 404, "This server is a proxy: it has /provider/ and /services/ only, and keeps nothing.");
        } else if (requestsAsync(request)) {
            refuse(request, 501, "This server is a proxy and keeps nothing: send this without " + ASYNC + ".");
        } else {
            request.getHeaders().remove(PREFER);
        }
    }

    private static boolean requestsAsync(ContainerRequestContext request) {
        String value = request.getHeaderString(ASYNC);
        return value != null && !value.isBlank();
    }

    private static void refuse(ContainerRequestContext request, int status, String detail) {
        request.abortWith(Problem.of(status, detail).asResponse().build());
    }
}
