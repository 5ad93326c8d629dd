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
    private static final Map<String, List<String>> BOOKS = new ConcurrentHashMap<>();

    @POST
    @Path("{guest}/")
    public String visit(@PathParam("place") String place, @PathParam("guest") String guest) {
        book(place).add("+" + guest);
        book(place).add("-" + guest);
        return guest;
    }

    @GET
    public String read(@PathParam("place") String place) {
        return String.join(" ", book(place));
    }

    private static List<String> book(String place) {
        return BOOKS.computeIfAbsent(place, unknown -> new CopyOnWriteArrayList<>());
    }
}
