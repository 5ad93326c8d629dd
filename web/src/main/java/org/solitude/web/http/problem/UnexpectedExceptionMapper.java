package org.solitude.web.http.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.solitude.persistence.InfrastructureFailure;

/**
 * Maps every other exception to 500, or to 503 where infrastructure failed: that is temporary, so clients and replays
 * may try again. The client gets an incident number only; the log has the exception under the same number.
 */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(Throwable failure) {
        String incident = UUID.randomUUID().toString();
        if (InfrastructureFailure.isCauseOf(failure)) {
            LOG.log(Level.ERROR, () -> "answered 503, incident " + incident + ": infrastructure failed", failure);
            return Problem.of(ProblemType.UNAVAILABLE, "Nothing was changed. Try again in a moment.")
                    .with("incident", incident)
                    .asResponse()
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        LOG.log(Level.ERROR, () -> "answered 500, incident " + incident, failure);
        return Problem.of(ProblemType.INTERNAL, "Nothing was changed. Tell us the incident's number, and we can look.")
                .with("incident", incident)
                .asResponse()
                .build();
    }
}
