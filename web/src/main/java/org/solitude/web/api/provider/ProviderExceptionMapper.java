package org.solitude.web.api.provider;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.solitude.provider.ProviderException;

/** Maps a provider that did not answer to 502, 503 or 504; a replay tries again. */
@Provider
public class ProviderExceptionMapper implements ExceptionMapper<ProviderException> {

    @Override
    public Response toResponse(ProviderException failure) {
        return ProviderResponseTranslator.of(failure, problem -> problem);
    }
}
