package org.solitude.web.delay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.solitude.caller.Role;

/** The very response the synchronous call would have given, marked {@code Solitude-Async: yes}. */
@Path("/delay/replay")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
public class DelayedReplays {

    @Inject
    private Polls polls;

    @Inject
    private Outcomes outcomes;

    /** The stored response once the task has run, 404 before. */
    @GET
    @Path("/{uuid}")
    @LongPoll
    public Response one(@PathParam("uuid") String uuid) {
        return polls.answer(polls.find(uuid), outcomes::replay);
    }
}
