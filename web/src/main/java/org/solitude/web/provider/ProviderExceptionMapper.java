package org.solitude.web.provider;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.solitude.provider.ProviderFailure;

/** A provider that gave no answer: 502, 503 or 504, which a replay tries again. */
@Provider
public class ProviderExceptionMapper implements ExceptionMapper<ProviderFailure> {

    @Override
    public Response toResponse(ProviderFailure failure) {
        return ProviderResponse.of(failure, problem -> problem);
    }
}
