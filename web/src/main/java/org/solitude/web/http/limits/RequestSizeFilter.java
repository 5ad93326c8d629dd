package org.solitude.web.http.limits;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;

/**
 * Refuses a request that is too large (413, 414, 431) by its declared sizes, without reading its body. A body of
 * unknown length is limited while it is read, also one without a media type, which RESTEasy reports as no body at all.
 */
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
        if (declaredLength(request) > limits.bodySize()) {
            throw refused(413, "The body", limits.bodySize());
        }
        request.setEntityStream(new LimitedInputStream(
                request.getEntityStream(), limits.bodySize(), () -> refused(413, "The body", limits.bodySize())));
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

    private static long declaredLength(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.trim());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.of(400, "Content-Length must be a whole number of bytes."));
        }
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static ProblemException refused(int status, String what, long limit) {
        return new ProblemException(Problem.of(status, what + " may have " + limit + " bytes at most."));
    }
}
