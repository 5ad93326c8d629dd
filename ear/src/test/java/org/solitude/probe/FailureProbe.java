package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Fails in every way a resource can fail. */
@RequestScoped
@Path("/probe/failure/")
public class FailureProbe {
    @POST
    @Path("status/{status}/")
    public Response status(@PathParam("status") int status) {
        return Response.status(status)
                .entity("{\"told\": " + status + "}")
                .type("application/json")
                .build();
    }

    @POST
    @Path("bare/{status}/")
    public Response bare(@PathParam("status") int status) {
        return Response.status(status).build();
    }

    @POST
    @Path("not-found/")
    public Response notFound() {
        throw new NotFoundException();
    }

    @POST
    @Path("not-authorized/")
    public Response notAuthorized() {
        throw new NotAuthorizedException("Basic realm=\"elsewhere\"");
    }

    /** Throws an exception with a response of its own, including headers. */
    @POST
    @Path("own-entity/")
    public Response ownEntity() {
        throw new WebApplicationException(Response.status(409)
                .header("X-Reason", "own")
                .entity("my own words")
                .type("text/plain")
                .build());
    }

    @POST
    @Path("uncaught/")
    public Response uncaught() {
        throw new IllegalStateException("secret detail that no client may see");
    }

    @POST
    @Path("checked/")
    public Response checked() throws IOException {
        throw new IOException("secret detail that no client may see");
    }

    @POST
    @Path("error/")
    public Response error() {
        throw new StackOverflowError("secret detail that no client may see");
    }

    @POST
    @Path("mapped/")
    public Response mapped() {
        throw new TeapotException("short and stout");
    }

    /** Fails before it writes a byte, so that the response can still be a 500. */
    @POST
    @Path("stream/")
    @Produces("text/plain")
    public StreamingOutput stream() {
        return out -> {
            throw new IOException("secret detail that no client may see");
        };
    }

    /** Fails after some bytes, when a synchronous call has already sent its status. */
    @POST
    @Path("half-stream/")
    @Produces("text/plain")
    public StreamingOutput halfStream() {
        return out -> {
            out.write("the beginning of".getBytes(StandardCharsets.UTF_8));
            throw new IOException("secret detail that no client may see");
        };
    }

    /** Returns a type for which there is no message body writer. */
    @POST
    @Path("unwritable/")
    @Produces("image/png")
    public Object unwritable() {
        return new StringBuilder("not an image");
    }
}
