package org.solitude.web.idempotency;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.solitude.idempotency.RequestInProgressException;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemType;

/** Maps a repeat whose first call has no response to 409 with {@code Retry-After}. */
@Provider
public class RequestInProgressExceptionMapper implements ExceptionMapper<RequestInProgressException> {

    private static final int RETRY_AFTER_SECONDS = 1;

    @Override
    public Response toResponse(RequestInProgressException running) {
        return Problem.of(
                        ProblemType.KEY_IN_USE,
                        "The first call with this " + IdempotencyKeyHeader.NAME
                                + " still runs, or has just ended without an answer that is kept. Repeat it later: you get"
                                + " its answer, or the repeat runs.")
                .asResponse()
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
