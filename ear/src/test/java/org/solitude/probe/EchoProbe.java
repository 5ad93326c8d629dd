package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Returns the bytes of the request with the media type of the request. */
@RequestScoped
@Path("/probe/echo/")
public class EchoProbe {
    @Context
    HttpHeaders headers;

    @POST
    public Response post(byte[] body) {
        return echo(body);
    }

    @PUT
    public Response put(byte[] body) {
        return echo(body);
    }

    @PATCH
    public Response patch(byte[] body) {
        return echo(body);
    }

    private Response echo(byte[] body) {
        return Response.ok(body, headers.getMediaType()).build();
    }
}
