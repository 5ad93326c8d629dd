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
 * Only POST, PUT and PATCH can be delayed: on any other method the header is a mistake worth telling, 405 with those
 * methods of the resource that take it. An unknown path stays a 404.
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
            TreeSet<String> delayable = new TreeSet<>(methods);
            delayable.removeIf(Predicate.not(AsyncHeader.METHODS::contains));
            request.abortWith(Problem.of(
                            405,
                            "Only POST, PUT and PATCH can be made asynchronous; send " + request.getMethod()
                                    + " without " + AsyncHeader.NAME + ".")
                    .asResponse()
                    .header(HttpHeaders.ALLOW, String.join(", ", delayable))
                    .build());
        });
    }
}
