package org.solitude.web.http.headers;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.solitude.web.http.problem.Problem;

/**
 * Answers 415 to a write whose body is encoded ({@code Content-Encoding: gzip}), before it becomes a task:
 * {@code Accept-Encoding} names the one coding that is read, which is none (RFC 9110, 8.4 and 12.5.3).
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class ContentEncodingFilter implements ContainerRequestFilter {

    private static final String NONE = "identity";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH");

    @Override
    public void filter(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.trim().equalsIgnoreCase(NONE) && WRITES.contains(request.getMethod())) {
            request.abortWith(Problem.of(415, "The body's encoding is not read here: send it without Content-Encoding.")
                    .asResponse()
                    .header(HttpHeaders.ACCEPT_ENCODING, NONE)
                    .build());
        }
    }
}
