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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.solitude.caller.Role;
import org.solitude.seller.Seller;
import org.solitude.seller.SellerDraft;
import org.solitude.seller.SellerService;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.conditional.Preconditions;
import org.solitude.web.http.json.JsonFields;
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

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a seller.")
    @APIResponseSchema(value = SellerDocument.class, responseCode = "201", responseDescription = "Created.")
    public Response create(@RequestBody(content = @Content(schema = @Schema(ref = "SellerFields"))) JsonFields fields) {
        Seller seller = sellers.create(SellerForm.read(fields, SellerDraft.BLANK));
        return Response.created(uri.getBaseUriBuilder()
                        .path(ResourceUris.SELLER.of(seller.id()))
                        .build())
                .tag(tagOf(seller))
                .entity(SellerDocument.of(seller))
                .build();
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
        return Response.ok(SellerDocument.of(seller)).tag(tagOf(seller)).build();
    }

    @PUT
    @Path(ResourceUris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a seller.")
    @APIResponseSchema(value = SellerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response replace(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "SellerFields"))) JsonFields fields) {
        return changed(sellers.change(pk, (seller, present) -> {
            Preconditions.requireMatch(headers, tagOf(seller));
            return SellerForm.read(fields, SellerDraft.BLANK);
        }));
    }

    @PATCH
    @Path(ResourceUris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes a seller.")
    @APIResponseSchema(value = SellerDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response update(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "SellerFields"))) JsonFields fields) {
        return changed(sellers.change(pk, (seller, present) -> {
            Preconditions.requireMatch(headers, tagOf(seller));
            return SellerForm.read(fields, present);
        }));
    }

    private static Response changed(Seller seller) {
        return Response.ok(SellerDocument.of(seller)).tag(tagOf(seller)).build();
    }

    private static EntityTag tagOf(Seller seller) {
        return new EntityTag(Long.toString(seller.counter()));
    }
}
