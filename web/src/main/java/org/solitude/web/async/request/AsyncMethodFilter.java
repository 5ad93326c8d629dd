package org.solitude.web.async.request;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.solitude.web.async.AsyncHeader;
import org.solitude.web.async.replay.SupportedMethods;
import org.solitude.web.http.problem.Problem;

/**
 * Answers 405 to {@code Solitude-Async} on a method other than POST, PUT and PATCH, with the methods of the resource
 * that support it in {@code Allow}. For an unknown path it leaves the 404 to RESTEasy.
 */
@Provider
@PreMatching
public class AsyncMethodFilter implements ContainerRequestFilter {

    @Inject
    private SupportedMethods supportedMethods;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!AsyncHeader.isPresent(request) || AsyncHeader.METHODS.contains(request.getMethod())) {
            return;
        }
        supportedMethods.methodsAt(request.getUriInfo()).ifPresent(methods -> {
            TreeSet<String> allowed = new TreeSet<>(methods);
            allowed.removeIf(Predicate.not(AsyncHeader.METHODS::contains));
            request.abortWith(Problem.of(
                            405,
                            "Only POST, PUT and PATCH can be made asynchronous; send " + request.getMethod()
                                    + " without " + AsyncHeader.NAME + ".")
                    .asResponse()
                    .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                    .build());
        });
    }
}
