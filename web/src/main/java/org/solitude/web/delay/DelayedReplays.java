package org.solitude.web.delay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.solitude.caller.Role;
import org.solitude.delay.DelayedTask;
import org.solitude.delay.TaskLookup;

/** The very response the synchronous call would have given, marked {@code Solitude-Async: yes}. */
@Path("/delay/replay")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
public class DelayedReplays {

    @Inject
    private TaskLookup lookup;

    @Inject
    private Polls polls;

    /** The stored response once the task has run, 404 before. */
    @GET
    @Path("/{uuid}")
    public Response one(@PathParam("uuid") String uuid) {
        DelayedTask task = polls.find(uuid);
        return polls.notRun(task).orElseGet(() -> FirstAnswers.stored(lookup.responseOf(task))
                .header(AsyncHeader.NAME, AsyncHeader.YES)
                .build());
    }
}
