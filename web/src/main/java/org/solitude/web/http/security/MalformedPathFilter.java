package org.solitude.web.http.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.solitude.web.http.problem.Problem;

/**
 * Answers 400 to a path with square brackets (RFC 3986, 3.2.2 allows them in a host only): Undertow accepts them, and
 * every later read of the request's URI would throw. It also refuses a path below {@code /delay/} with a semicolon:
 * JAX-RS matches the resource without such a matrix parameter, and code that reads the path, as the audit log does,
 * would be misled. Other malformed paths never reach this filter.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 200)
public class MalformedPathFilter implements ContainerRequestFilter {

    private static final int BAD_REQUEST = 400;
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isUri(request)) {
            refuse(request, "The path has a square bracket. Write it as %5B or %5D (percent-encoding).");
        } else if (hasTaskParameters(request.getUriInfo().getRequestUri().getRawPath())) {
            refuse(request, "A path below /delay/ has no parameters: leave out the semicolon and what follows it.");
        }
    }

    private static void refuse(ContainerRequestContext request, String detail) {
        request.abortWith(Problem.of(BAD_REQUEST, detail).asResponse().build());
    }

    private static boolean hasTaskParameters(String path) {
        return path.contains(";") && PARAMETERS.matcher(path).replaceAll("").startsWith("/delay/");
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
