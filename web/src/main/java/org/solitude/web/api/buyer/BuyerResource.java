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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
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
import org.solitude.buyer.Buyer;
import org.solitude.buyer.BuyerDraft;
import org.solitude.buyer.BuyerEmails;
import org.solitude.buyer.BuyerService;
import org.solitude.caller.Role;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.conditional.Preconditions;
import org.solitude.web.http.json.JsonFields;
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

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a buyer.")
    @APIResponseSchema(value = BuyerDocument.Created.class, responseCode = "201", responseDescription = "Created.")
    public Response create(@RequestBody(content = @Content(schema = @Schema(ref = "BuyerFields"))) JsonFields fields) {
        Buyer buyer = buyers.create(BuyerForm.read(fields, BuyerDraft.BLANK));
        return Response.created(uri.getBaseUriBuilder()
                        .path(ResourceUris.BUYER.of(buyer.id()))
                        .build())
                .tag(tagOf(buyer))
                .entity(BuyerDocument.Created.of(buyer))
                .build();
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
        Buyer buyer = buyers.get(pk);
        return Response.ok(documentOf(buyer)).tag(tagOf(buyer)).build();
    }

    @PUT
    @Path(ResourceUris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a buyer.")
    @APIResponseSchema(value = BuyerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response replace(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "BuyerFields"))) JsonFields fields) {
        return changed(buyers.change(pk, (buyer, present) -> {
            Preconditions.requireMatch(headers, tagOf(buyer));
            return BuyerForm.read(fields, BuyerDraft.BLANK);
        }));
    }

    @PATCH
    @Path(ResourceUris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes a buyer.")
    @APIResponseSchema(value = BuyerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response update(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "BuyerFields"))) JsonFields fields) {
        return changed(buyers.change(pk, (buyer, present) -> {
            Preconditions.requireMatch(headers, tagOf(buyer));
            return BuyerForm.read(fields, present);
        }));
    }

    @POST
    @Path(ResourceUris.ONE + "/close")
    @Operation(summary = "Anonymises a buyer for good.")
    @APIResponse(responseCode = "204", description = "Closed.")
    public void close(@PathParam("pk") long pk) {
        buyers.close(pk);
    }

    private Response changed(Buyer buyer) {
        return Response.ok(documentOf(buyer)).tag(tagOf(buyer)).build();
    }

    private BuyerDocument documentOf(Buyer buyer) {
        return BuyerDocument.of(buyer, emails.of(buyer), clock.instant());
    }

    /** Makes the tag of the counter and of the lock-out, which ends without a save and changes the document. */
    private EntityTag tagOf(Buyer buyer) {
        return new EntityTag(buyer.counter() + (buyer.pin().isLockedOut(clock.instant()) ? "-locked" : ""));
    }
}
