package org.solitude.web.http.limits;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;

/** Refuses a request whose URI (414) or headers (431) are too large; the body's size is that of its own filter. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class RequestSizeFilter implements ContainerRequestFilter {

    private static final int SEPARATORS = 4;

    @Inject
    private RequestLimitSettings limits;

    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        if (uri.getRawPath().length() + length(uri.getRawQuery()) > limits.uriSize()) {
            throw refused(414, "The URI", limits.uriSize());
        }
        if (headerSize(request) > limits.headerSize()) {
            throw refused(431, "The sum of all headers", limits.headerSize());
        }
    }

    private static long headerSize(ContainerRequestContext request) {
        long size = 0;
        for (var header : request.getHeaders().entrySet()) {
            for (String value : header.getValue()) {
                size += header.getKey().length() + length(value) + SEPARATORS;
            }
        }
        return size;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static ProblemException refused(int status, String what, long limit) {
        return new ProblemException(Problem.of(status, what + " may have " + limit + " bytes at most."));
    }
}
