package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Blocks its callers until a test opens the gate, so that a test can observe a task while it runs. */
@RequestScoped
@Path("/probe/gate/{name}/")
public class BlockingProbe {
    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    @POST
    public Response block(@PathParam("name") String name, @QueryParam("status") @DefaultValue("201") int status)
            throws InterruptedException {
        boolean opened = awaitOpen(name);
        return Response.status(opened ? status : 409)
                .entity(opened ? "passed" : "the gate stayed closed")
                .type("text/plain")
                .build();
    }

    /** Opens the gate, as a task if a test wants that: it needs none of the HTTP server's threads then. */
    @PUT
    public void openAsTask(@PathParam("name") String name) {
        open(name);
    }

    @DELETE
    public void open(@PathParam("name") String name) {
        gate(name).countDown();
    }

    /** Waits for the gate; returns false if it stays closed for half a minute. */
    static boolean awaitOpen(String name) throws InterruptedException {
        CallCountProbe.increment("gate-" + name);
        return gate(name).await(30, TimeUnit.SECONDS);
    }

    private static CountDownLatch gate(String name) {
        return GATES.computeIfAbsent(name, unknown -> new CountDownLatch(1));
    }
}
