package org.solitude.web.http.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.stream.Stream;
import org.solitude.persistence.jta.CommitFailedException;
import org.solitude.persistence.jta.LastingEffects;

/**
 * Maps every other exception to 500, or to 503 where infrastructure failed: that is temporary, so clients and replays
 * may try again. The client reads whether anything may have been changed, and an incident number; the log has the
 * exception under the same number.
 */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int MAX_CAUSES = 32;

    @Inject
    private LastingEffects effects;

    @Override
    public Response toResponse(Throwable failure) {
        String incident = UUID.randomUUID().toString();
        Problem problem = isUncertain(failure)
                ? FailureProblem.uncertain(
                        failure, LastingEffects.whereToLook(effects).orElse(null), incident)
                : FailureProblem.nothingChanged(failure, incident);
        LOG.log(Level.ERROR, () -> "answered " + problem.status() + ", incident " + incident, failure);
        Response.ResponseBuilder response = problem.asResponse();
        return problem.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }

    private boolean isUncertain(Throwable failure) {
        return LastingEffects.haveBegun(effects)
                || Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(MAX_CAUSES)
                        .anyMatch(CommitFailedException.class::isInstance);
    }
}
