package org.solitude.web.api.seller;

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
import org.solitude.caller.Role;
import org.solitude.seller.Seller;
import org.solitude.seller.SellerDraft;
import org.solitude.seller.SellerService;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.json.JsonFields;
import org.solitude.web.http.json.MergePatch;
import org.solitude.web.http.listing.ListDocument;
import org.solitude.web.http.listing.ListQuery;

/** Sellers: {@code /generic/seller/}. */
@Tag(name = "Sellers")
@Path("/generic/seller")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class SellerResource {

    @Inject
    private SellerService sellers;

    @Inject
    private RecordResponses responses;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a seller.")
    @APIResponseSchema(value = SellerDocument.class, responseCode = "201", responseDescription = "Created.")
    public Response create(@RequestBody(content = @Content(schema = @Schema(ref = "SellerFields"))) JsonFields fields) {
        Seller seller = sellers.create(SellerForm.read(fields, SellerDraft.BLANK));
        return responses.created(SellerDocument.of(seller));
    }

    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Operation(summary = "Lists sellers, newest first.")
    @Parameter(ref = "Limit")
    @Parameter(name = "uuid", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    public ListDocument<SellerDocument> list() {
        ListQuery query =
                new ListQuery(uri.getQueryParameters(), ResourceUris.SELLER.path(), List.of("uuid", "active"));
        return query.document(
                sellers.list(query.text("uuid"), query.flag("active"), query.pageRequest()),
                Seller::id,
                SellerDocument::of);
    }

    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Path(ResourceUris.ONE)
    @Operation(summary = "Shows a seller.")
    @APIResponseSchema(value = SellerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    public Response get(@PathParam("pk") long pk) {
        Seller seller = sellers.get(pk);
        return responses.read(SellerDocument.of(seller));
    }

    @PUT
    @Path(ResourceUris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a seller.")
    @APIResponseSchema(value = SellerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response replace(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "SellerFields"))) JsonFields fields) {
        return change(pk, fields, present -> SellerDraft.BLANK);
    }

    @PATCH
    @Path(ResourceUris.ONE)
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Operation(summary = "Changes a seller.")
    @APIResponseSchema(value = SellerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response update(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "SellerFields"))) JsonFields fields) {
        return change(pk, fields, present -> present);
    }

    private Response change(long pk, JsonFields fields, UnaryOperator<SellerDraft> base) {
        return responses.changed(SellerDocument.of(sellers.change(pk, (seller, present) -> {
            SellerDocument document = SellerDocument.of(seller);
            responses.requireMatch(document);
            return SellerForm.read(fields.over(document), base.apply(present));
        })));
    }
}
