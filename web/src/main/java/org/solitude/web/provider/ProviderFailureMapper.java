package org.solitude.web.provider;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.solitude.provider.ProviderFailure;
import org.solitude.web.problem.Problem;

/** A provider that gave no answer: 502, 503 or 504, which a replay tries again. */
@Provider
public class ProviderFailureMapper implements ExceptionMapper<ProviderFailure> {

    private static final Logger LOG = System.getLogger(ProviderFailureMapper.class.getName());

    @Override
    public Response toResponse(ProviderFailure failure) {
        LOG.log(Level.WARNING, "answered {0}: {1} ({2})", failure.status(), failure.getMessage(), failure.getCause());
        Response.ResponseBuilder response =
                Problem.of(failure.status(), failure.getMessage()).asResponse();
        if (failure.retryAfter() != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, failure.retryAfter().toSeconds()));
        }
        return response.build();
    }
}
