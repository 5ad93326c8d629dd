package org.solitude.web.api.operations;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import org.solitude.task.FallbackResponse;
import org.solitude.task.StoredResponse;

/**
 * Answers 503 to unsafe calls while the server is stopping, so that a client goes to another node or comes back. Reads,
 * polls among them, are answered to the end. Replays do not pass this filter: those that run are finished.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class ShutdownFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String RETRY_AFTER_SECONDS = "10";

    @Inject
    private transient ServerState state;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!state.isStopping() || READS.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        StoredResponse unavailable = FallbackResponse.stopping();
        response.setStatus(unavailable.status());
        response.setContentType(unavailable.header("Content-Type"));
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(unavailable.body());
    }
}
