package org.solitude.web.idempotency;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.solitude.idempotency.IdempotencyKeyReusedException;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemType;

/** Maps a key that was used for another write to 422. */
@Provider
public class IdempotencyKeyReusedExceptionMapper implements ExceptionMapper<IdempotencyKeyReusedException> {

    @Override
    public Response toResponse(IdempotencyKeyReusedException reused) {
        return Problem.of(
                        ProblemType.KEY_REUSED,
                        IdempotencyKeyHeader.NAME
                                + " was used for a write with another method, URL, media type or body."
                                + " Use a new key for a new write.")
                .asResponse()
                .build();
    }
}
