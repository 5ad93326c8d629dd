package org.solitude.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the start and the end of each call of a group in their order, to show which calls overlapped. */
@RequestScoped
@Path("/probe/turn/{group}/")
@Produces("text/plain")
public class OverlapProbe {
    private static final Map<String, List<String>> EVENTS = new ConcurrentHashMap<>();

    @POST
    @Path("{call}/")
    public String call(@PathParam("group") String group, @PathParam("call") String call) {
        eventsOf(group).add("+" + call);
        eventsOf(group).add("-" + call);
        return call;
    }

    @GET
    public String events(@PathParam("group") String group) {
        return String.join(" ", eventsOf(group));
    }

    private static List<String> eventsOf(String group) {
        return EVENTS.computeIfAbsent(group, unknown -> new CopyOnWriteArrayList<>());
    }
}
