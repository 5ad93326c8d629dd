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

/** Writes down who came in and who left, in that order: so one sees who was there with whom. */
@RequestScoped
@Path("/probe/turn/{place}/")
@Produces("text/plain")
public class OverlapProbe {
    private static final Map<String, List<String>> EVENTS = new ConcurrentHashMap<>();

    @POST
    @Path("{guest}/")
    public String call(@PathParam("place") String place, @PathParam("guest") String guest) {
        eventsOf(place).add("+" + guest);
        eventsOf(place).add("-" + guest);
        return guest;
    }

    @GET
    public String events(@PathParam("place") String place) {
        return String.join(" ", eventsOf(place));
    }

    private static List<String> eventsOf(String place) {
        return EVENTS.computeIfAbsent(place, unknown -> new CopyOnWriteArrayList<>());
    }
}
