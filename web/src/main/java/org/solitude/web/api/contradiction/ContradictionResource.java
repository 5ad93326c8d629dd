package org.solitude.web.api.contradiction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Role;
import org.solitude.payment.contradiction.Contradiction;
import org.solitude.payment.contradiction.ContradictionService;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.ServerOrigin;
import org.solitude.web.http.json.JsonFields;
import org.solitude.web.http.listing.ListDocument;
import org.solitude.web.http.listing.ListQuery;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.security.CallerResolver;

/** What providers and our books disagree about: {@code /operations/contradictions/}. */
@Tag(name = "Operations")
@Path("/operations/contradictions")
@RequestScoped
@RolesAllowed(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public class ContradictionResource {

    static final String PATH = "/operations/contradictions/";

    private static final int MAX_REASON_LENGTH = 4_000;

    @Inject
    private ContradictionService contradictions;

    @Inject
    private CallerResolver callers;

    @Inject
    private RecordResponses responses;

    @Context
    private UriInfo uri;

    @GET
    @Operation(
            operationId = "ContradictionResource_list",
            summary = "Lists what providers and our books disagree about, newest first.")
    @Parameter(ref = "Limit")
    @Parameter(name = "provider", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "resolved", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "transaction", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public ListDocument<ContradictionDocument> list() {
        ListQuery query = new ListQuery(uri.getQueryParameters(), PATH, List.of("provider", "resolved", "transaction"));
        return query.document(
                contradictions.list(
                        query.text("provider"),
                        query.flag("resolved"),
                        query.value(
                                "transaction",
                                "a transaction's URI or key",
                                ResourceUris.TRANSACTION.keyOrUri(ServerOrigin.of(uri))),
                        query.pageRequest()),
                Contradiction::id,
                this::documentOf);
    }

    @GET
    @Path(ResourceUris.ONE)
    @Operation(operationId = "ContradictionResource_get", summary = "Shows a contradiction.")
    public ContradictionDocument get(@PathParam("pk") long pk) {
        return documentOf(contradictions.get(pk));
    }

    /** Resolves a contradiction: an operator has settled it and says how. No transaction changes. */
    @POST
    @Path(ResourceUris.ONE + "/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "ContradictionResource_resolve",
            summary = "Resolves a contradiction, once and with a reason; no transaction changes.")
    @APIResponseSchema(
            value = ContradictionDocument.class,
            responseCode = "200",
            responseDescription = "Resolved, as it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    @APIResponse(responseCode = "409", ref = "ResolvedAlready")
    public Response resolve(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "ResolutionFields"))) JsonFields fields) {
        @Nullable String reason = fields.text("reason", null, MAX_REASON_LENGTH);
        fields.finish();
        return contradictions
                .resolve(pk, reason, callers.current())
                .map(this::documentOf)
                .map(responses::changedUntagged)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(409, "It is resolved already; its reason is that of the first.")));
    }

    private ContradictionDocument documentOf(Contradiction contradiction) {
        return ContradictionDocument.of(contradiction, contradictions.theirs(contradiction));
    }
}
