package org.solitude.web.idempotency;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.solitude.idempotency.RequestInProgressException;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemType;

/** A repeat whose first call has no answer yet is a 409 that says when to ask again. */
@Provider
public class RequestInProgressExceptionMapper implements ExceptionMapper<RequestInProgressException> {

    private static final int SECONDS = 1;

    @Override
    public Response toResponse(RequestInProgressException running) {
        return Problem.of(
                        ProblemType.KEY_IN_USE,
                        "The first call with this " + IdempotencyKeyHeader.NAME
                                + " still runs. Repeat it later, and you get its answer.")
                .asResponse()
                .header("Retry-After", SECONDS)
                .build();
    }
}
