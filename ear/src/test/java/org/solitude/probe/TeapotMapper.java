package org.solitude.probe;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Maps the probes' own exception to a 418, as an application's exception mapper would. */
@Provider
public class TeapotMapper implements ExceptionMapper<TeapotException> {
    @Override
    public Response toResponse(TeapotException e) {
        return Response.status(418)
                .header("X-Teapot", e.getMessage())
                .entity("{\"teapot\": \"" + e.getMessage() + "\"}")
                .type("application/json")
                .build();
    }
}
