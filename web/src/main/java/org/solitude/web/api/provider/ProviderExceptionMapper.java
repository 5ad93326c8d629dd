package org.solitude.web.api.provider;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.solitude.provider.ProviderException;
import org.solitude.web.http.problem.FailureProblem;

/** Maps a provider that did not answer to 502, 503 or 504; a replay tries again. */
@Provider
public class ProviderExceptionMapper implements ExceptionMapper<ProviderException> {

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(ProviderException failure) {
        return ProviderResponseTranslator.of(
                failure,
                problem -> failure.isUncertain()
                        ? FailureProblem.uncertain(problem, uri.getRequestUri().getRawPath())
                        : problem);
    }
}
