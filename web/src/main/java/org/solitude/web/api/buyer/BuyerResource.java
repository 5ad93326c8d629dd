package org.solitude.web.api.buyer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
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
import org.solitude.buyer.Buyer;
import org.solitude.buyer.BuyerDraft;
import org.solitude.buyer.BuyerEmails;
import org.solitude.buyer.BuyerService;
import org.solitude.caller.Role;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.json.JsonFields;
import org.solitude.web.http.json.MergePatch;
import org.solitude.web.http.listing.ListDocument;
import org.solitude.web.http.listing.ListQuery;

/** Buyers: {@code /generic/buyer/}. */
@Tag(name = "Buyers")
@Path("/generic/buyer")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class BuyerResource {

    @Inject
    private BuyerService buyers;

    @Inject
    private BuyerEmails emails;

    @Inject
    private Clock clock;

    @Inject
    private RecordResponses responses;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a buyer.")
    @APIResponseSchema(value = BuyerDocument.Created.class, responseCode = "201", responseDescription = "Created.")
    public Response create(@RequestBody(content = @Content(schema = @Schema(ref = "BuyerFields"))) JsonFields fields) {
        BuyerDocument buyer = documentOf(buyers.create(BuyerForm.read(fields, BuyerDraft.BLANK)));
        return responses.created(buyer, BuyerDocument.Created.of(buyer));
    }

    @GET
    @AuditedRead
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Operation(summary = "Lists buyers, newest first.")
    @Parameter(ref = "Limit")
    @Parameter(name = "uuid", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "email", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public ListDocument<BuyerDocument> list() {
        ListQuery query =
                new ListQuery(uri.getQueryParameters(), ResourceUris.BUYER.path(), List.of("uuid", "active", "email"));
        return query.document(
                buyers.list(query.text("uuid"), query.flag("active"), query.text("email"), query.pageRequest()),
                Buyer::id,
                this::documentOf);
    }

    @GET
    @AuditedRead
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Path(ResourceUris.ONE)
    @Operation(summary = "Shows a buyer.")
    @APIResponseSchema(value = BuyerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    public Response get(@PathParam("pk") long pk) {
        return responses.read(documentOf(buyers.get(pk)));
    }

    @PUT
    @Path(ResourceUris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a buyer.")
    @APIResponseSchema(value = BuyerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response replace(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "BuyerFields"))) JsonFields fields) {
        return change(pk, fields, present -> BuyerDraft.BLANK);
    }

    @PATCH
    @Path(ResourceUris.ONE)
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Operation(summary = "Changes a buyer.")
    @APIResponseSchema(value = BuyerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response update(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "BuyerFields"))) JsonFields fields) {
        return change(pk, fields, present -> present);
    }

    @POST
    @Path(ResourceUris.ONE + "/close")
    @Operation(summary = "Anonymises a buyer for good.")
    @APIResponseSchema(value = BuyerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", description = "Closed, and not shown.")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response close(@PathParam("pk") long pk) {
        Buyer closed = buyers.close(pk, buyer -> responses.requireMatch(documentOf(buyer)));
        return responses.changedSilently(documentOf(closed));
    }

    private Response change(long pk, JsonFields fields, UnaryOperator<BuyerDraft> base) {
        return responses.changed(documentOf(buyers.change(pk, fields.sentTexts("pin", "new_pin"), (buyer, present) -> {
            BuyerDocument document = documentOf(buyer);
            responses.requireMatch(document);
            return BuyerForm.read(fields.over(document), base.apply(present));
        })));
    }

    private BuyerDocument documentOf(Buyer buyer) {
        return BuyerDocument.of(buyer, emails.of(buyer), clock.instant());
    }
}
