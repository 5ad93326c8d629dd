package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Fails this many times, or until a test stops the failures, and then succeeds. */
@RequestScoped
@Path("/probe/unwell/{name}/")
public class FlakyProbe {
    private static final Set<String> RECOVERED = ConcurrentHashMap.newKeySet();

    @POST
    public Response call(
            @PathParam("name") String name, @QueryParam("times") int times, @QueryParam("status") int status) {
        int call = CallCountProbe.increment("unwell-" + name);
        boolean succeeds = call > times || RECOVERED.contains(name);
        return Response.status(succeeds ? 201 : status)
                .entity((succeeds ? "well at call " : "unwell at call ") + call)
                .type("text/plain")
                .build();
    }

    @DELETE
    public void recover(@PathParam("name") String name) {
        RECOVERED.add(name);
    }
}
