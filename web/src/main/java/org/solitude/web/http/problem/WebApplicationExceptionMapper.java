package org.solitude.web.http.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;

/**
 * Adds a problem to a response of JAX-RS that has no body, and leaves its status and headers ({@code Allow} among them)
 * as they are. The message of the exception is not sent: it may contain class names.
 */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    private static final System.Logger LOG = System.getLogger(WebApplicationExceptionMapper.class.getName());

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response response = refused.getResponse();
        int status = response.getStatus();
        LOG.log(status >= 500 ? Level.ERROR : Level.DEBUG, () -> "answered " + status, refused);
        if (response.hasEntity() || status < 400) {
            return response;
        }
        return Response.fromResponse(response)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(status, StatusDetails.of(status)))
                .build();
    }
}
