package org.solitude.probe;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A custom exception mapper: a teapot is a client's error. */
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
