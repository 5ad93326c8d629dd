package org.solitude.web.async.poll;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.caller.Caller;
import org.solitude.caller.Role;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskFilter;
import org.solitude.task.TaskLookup;
import org.solitude.task.TaskState;
import org.solitude.task.cancellation.TaskCancellation;
import org.solitude.web.async.LongPoll;
import org.solitude.web.http.UuidFormat;
import org.solitude.web.http.listing.ListQuery;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.security.CallerResolver;

/** Shows the state of a task, cancels it, and lists a client's tasks. */
@Tag(name = "Delayed requests")
@Path("/delay/result")
@RequestScoped
@RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ResultResource {

    private static final String PATH = "/delay/result/";
    private static final List<String> FILTERS = List.of("uuid", "state", "run", "owner", "path");

    @Inject
    private TaskLookup lookup;

    @Inject
    private PollResponses pollResponses;

    @Inject
    private TaskResponses taskResponses;

    @Inject
    private TaskCancellation cancellation;

    @Inject
    private CallerResolver callers;

    @Inject
    private Clock clock;

    /** Lists the caller's tasks, or all tasks for an operator; newest first. */
    @GET
    @Path("/")
    @Operation(
            operationId = "DelayedResults_list",
            summary = "Lists the caller's delayed requests, newest first; for an operator, everybody's.")
    @Parameter(ref = "Limit")
    @Parameter(name = "uuid", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {"waiting", "running", "retrying", "done", "dead", "cancelled", "expired"},
                            type = SchemaType.STRING))
    @Parameter(name = "run", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "owner",
            in = ParameterIn.QUERY,
            description = "Its owner, client:NAME or token:ISSUER SUBJECT; for operators. Others see their own only.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "path",
            in = ParameterIn.QUERY,
            description = "The path of the request, without its query.",
            schema = @Schema(type = SchemaType.STRING))
    public TaskList list(@Context UriInfo uri) {
        Instant now = clock.instant();
        Caller caller = callers.current();
        ListQuery query = new ListQuery(uri.getQueryParameters(), PATH, FILTERS);
        TaskFilter filter = new TaskFilter(
                caller.isOperator() ? query.text("owner") : caller.id(),
                query.value("uuid", "a UUID", UuidFormat::require),
                query.value("state", "a task's state in lower case", TaskState::of),
                query.flag("run"),
                query.text("path"),
                now);
        return TaskList.of(query.document(
                lookup.list(filter, query.pageRequest()), DelayedTask::id, task -> TaskDocument.of(task, now)));
    }

    /** Returns a task: 200 with its response once it has run, 404 before. */
    @GET
    @Path("/{uuid}")
    @LongPoll
    @Operation(
            operationId = "DelayedResults_one",
            summary = "Tells of a delayed request, with its response inside, once it has run.")
    @Parameter(ref = "PreferWait")
    @APIResponseSchema(value = TaskDocument.class, responseCode = "200", responseDescription = "It has run.")
    @APIResponse(responseCode = "404", ref = "NotRunYet")
    @APIResponse(responseCode = "410", ref = "Gone")
    public Response one(@PathParam("uuid") String uuid) {
        return pollResponses.respond(pollResponses.find(uuid), taskResponses::result);
    }

    /** Cancels a task: 204 where it will never have an effect, 409 with the reason where it is too late. */
    @DELETE
    @RolesAllowed({Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Path("/{uuid}")
    @Operation(operationId = "DelayedResults_cancel", summary = "Calls a delayed request off.")
    @APIResponse(responseCode = "204", description = "It will never have an effect.")
    @APIResponse(responseCode = "409", ref = "NotInThatState")
    public Response cancel(@PathParam("uuid") String uuid) {
        DelayedTask task = pollResponses.find(uuid);
        return cancellation
                .cancel(task)
                .map(objection -> Problem.of(409, reason(objection))
                        .with("state", objection.state().word())
                        .asResponse()
                        .build())
                .orElseGet(() -> Response.noContent().build());
    }

    private static String reason(TaskCancellation.Objection objection) {
        if (objection.effectStarted()) {
            return "A provider has been called already for this task; that cannot be undone.";
        }
        return objection.state().hasRun()
                ? "The task has already run; there is nothing left to cancel."
                : "The task is " + objection.state().word() + " already; there is nothing left to cancel.";
    }
}
