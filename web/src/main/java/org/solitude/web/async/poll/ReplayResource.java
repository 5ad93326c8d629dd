package org.solitude.web.async.poll;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.caller.Role;
import org.solitude.web.async.LongPoll;

/** Returns the response that the synchronous call would have got, with {@code Solitude-Async: yes}. */
@Tag(name = "Delayed requests")
@Path("/delay/replay")
@RequestScoped
@RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
public class ReplayResource {

    @Inject
    private PollResponses pollResponses;

    @Inject
    private TaskResponses taskResponses;

    /** Returns the stored response once the task has run, 404 before. */
    @GET
    @Path("/{uuid}")
    @LongPoll
    @Operation(
            operationId = "DelayedReplays_one",
            summary = "Gives the very response of a delayed request, once it has run.")
    @Parameter(ref = "PreferWait")
    @APIResponse(
            responseCode = "default",
            description = "Once it has run: the stored response, with its own status, headers and body.",
            headers = @Header(name = "Solitude-Async", ref = "SolitudeAsync"))
    @APIResponse(responseCode = "404", ref = "NotRunYet")
    @APIResponse(responseCode = "410", ref = "Gone")
    public Response one(@PathParam("uuid") String uuid) {
        return pollResponses.respond(pollResponses.find(uuid), taskResponses::replay);
    }
}
