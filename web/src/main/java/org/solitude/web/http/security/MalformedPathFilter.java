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
 * Refuses a path with square brackets, which belong to a host only (RFC 3986, 3.2.2): the web server lets them pass, and
 * all that asks for the request's URI would fail. And a task's with a semicolon: JAX-RS finds the resource as if what follows
 * (a matrix parameter) were not there, and who goes by the path, as the audit log does, would be misled. What else a path must
 * not have is refused before it comes here.
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
        } else if (isOfTaskWithParameters(request.getUriInfo().getRequestUri().getRawPath())) {
            refuse(request, "A path below /delay/ has no parameters: leave out the semicolon and what follows it.");
        }
    }

    private static void refuse(ContainerRequestContext request, String why) {
        request.abortWith(Problem.of(BAD_REQUEST, why).asResponse().build());
    }

    private static boolean isOfTaskWithParameters(String path) {
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
