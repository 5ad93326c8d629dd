package org.solitude.web.async.request;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.solitude.task.submission.BacklogFullException;
import org.solitude.web.http.problem.Problem;

/**
 * Maps a full backlog: 429 (RFC 6585) where the client has too many tasks waiting, 503 where all clients together have.
 */
@Provider
public class BacklogFullExceptionMapper implements ExceptionMapper<BacklogFullException> {

    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(BacklogFullException full) {
        Problem problem = full.isPerClient()
                ? Problem.of(429, "Too many of your tasks wait already. Send more when some of them have run.")
                : Problem.of(503, "Too many tasks wait already; this one was not accepted. Send it again later.");
        return problem.asResponse().header("Retry-After", RETRY_AFTER_SECONDS).build();
    }
}
