package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.solitude.probe.core.ProbeEffects;

/** Reports an external call, which no rollback undoes, and answers 503 until a test makes the call succeed. */
@RequestScoped
@Path("/probe/calling/{name}/")
public class ExternalCallProbe {
    private static final Set<String> RECOVERED = ConcurrentHashMap.newKeySet();

    @POST
    public Response call(@PathParam("name") String name, @Context UriInfo uri) {
        ProbeEffects.recordCall(uri.getRequestUri().getRawPath());
        return Response.status(RECOVERED.contains(name) ? 201 : 503).build();
    }

    @DELETE
    public void recover(@PathParam("name") String name) {
        RECOVERED.add(name);
    }
}
