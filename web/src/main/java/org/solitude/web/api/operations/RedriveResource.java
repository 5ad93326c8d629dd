package org.solitude.web.api.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.caller.Role;
import org.solitude.task.DelayedTask;
import org.solitude.task.deadletter.TaskRedrive;
import org.solitude.web.async.TaskUrls;
import org.solitude.web.async.poll.PollResponses;
import org.solitude.web.http.json.JsonFields;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.security.CallerResolver;

/**
 * Redrives dead tasks, for operators. A task that is not dead is left alone, so that a repeated request runs nothing
 * twice.
 */
@Tag(name = "Operations")
@Path("/operations/redrive")
@RequestScoped
@RolesAllowed(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public class RedriveResource {

    @Inject
    private TaskRedrive redrive;

    @Inject
    private PollResponses pollResponses;

    @Inject
    private CallerResolver callers;

    /** Redrives the dead tasks that a filter selects, up to a limit; returns how many, and whether there are more. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Runs dead requests again, those that fit.")
    public TaskRedrive.Outcome all(
            @RequestBody(content = @Content(schema = @Schema(ref = "RedriveFields"))) JsonFields fields) {
        RedriveForm form = RedriveForm.read(fields);
        return redrive.redriveAll(form.filter(), form.limit(), callers.current());
    }

    /** Redrives one task: 202 with the polling URLs, or 409 where it is not dead. */
    @POST
    @Path("/{uuid}")
    @Operation(summary = "Runs a dead request again.")
    @APIResponse(responseCode = "202", ref = "Accepted")
    @APIResponse(responseCode = "409", ref = "NotInThatState")
    public Response one(@PathParam("uuid") String uuid) {
        DelayedTask task = pollResponses.find(uuid);
        if (redrive.redriveOne(task, callers.current())) {
            return Response.accepted(TaskUrls.of(task.uuid())).build();
        }
        return Problem.of(409, "Only a dead task can be run again.")
                .with("state", task.state().word())
                .asResponse()
                .build();
    }
}
