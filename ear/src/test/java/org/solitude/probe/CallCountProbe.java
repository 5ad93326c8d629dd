package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its calls by name, outside of any transaction, so that attempts that are rolled back count too. */
@RequestScoped
@Path("/probe/journal/{name}/")
@Produces("text/plain")
public class CallCountProbe {
    private static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();

    static int increment(String name) {
        return CALLS.computeIfAbsent(name, unknown -> new AtomicInteger()).incrementAndGet();
    }

    @POST
    public String call(@PathParam("name") String name) {
        return Integer.toString(increment(name));
    }

    @GET
    public String calls(@PathParam("name") String name) {
        AtomicInteger calls = CALLS.get(name);
        return calls == null ? "0" : calls.toString();
    }
}
