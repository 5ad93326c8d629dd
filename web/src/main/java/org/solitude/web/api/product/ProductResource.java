package org.solitude.web.api.product;

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
import org.solitude.product.Product;
import org.solitude.product.ProductDraft;
import org.solitude.product.ProductService;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.api.ResourceUris;
import org.solitude.web.http.ServerOrigin;
import org.solitude.web.http.json.JsonFields;
import org.solitude.web.http.json.MergePatch;
import org.solitude.web.http.listing.ListDocument;
import org.solitude.web.http.listing.ListQuery;

/** Products: {@code /generic/product/}. */
@Tag(name = "Products")
@Path("/generic/product")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

    @Inject
    private ProductService products;

    @Inject
    private RecordResponses responses;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a product.")
    @APIResponseSchema(value = ProductDocument.class, responseCode = "201", responseDescription = "Created.")
    public Response create(
            @RequestBody(content = @Content(schema = @Schema(ref = "ProductFields"))) JsonFields fields) {
        Product product = products.create(ProductForm.read(fields, ProductDraft.BLANK));
        return responses.created(ProductDocument.of(product));
    }

    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Operation(summary = "Lists products, newest first.")
    @Parameter(ref = "Limit")
    @Parameter(name = "external_id", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "public_id", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "seller", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public ListDocument<ProductDocument> list() {
        ListQuery query = new ListQuery(
                uri.getQueryParameters(), ResourceUris.PRODUCT.path(), List.of("external_id", "public_id", "seller"));
        return query.document(
                products.list(
                        query.text("external_id"),
                        query.text("public_id"),
                        query.value(
                                "seller", "a seller's URI or key", ResourceUris.SELLER.keyOrUri(ServerOrigin.of(uri))),
                        query.pageRequest()),
                Product::id,
                ProductDocument::of);
    }

    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Path(ResourceUris.ONE)
    @Operation(summary = "Shows a product.")
    @APIResponseSchema(value = ProductDocument.class, responseCode = "200", responseDescription = "As it is now.")
    public Response get(@PathParam("pk") long pk) {
        Product product = products.get(pk);
        return responses.read(ProductDocument.of(product));
    }

    @PUT
    @Path(ResourceUris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a product.")
    @APIResponseSchema(value = ProductDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response replace(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "ProductFields"))) JsonFields fields) {
        return change(pk, fields, present -> ProductDraft.BLANK);
    }

    @PATCH
    @Path(ResourceUris.ONE)
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Operation(summary = "Changes a product.")
    @APIResponseSchema(value = ProductDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    @APIResponse(responseCode = "412", ref = "Stale")
    public Response update(
            @PathParam("pk") long pk,
            @RequestBody(content = @Content(schema = @Schema(ref = "ProductFields"))) JsonFields fields) {
        return change(pk, fields, present -> present);
    }

    private Response change(long pk, JsonFields fields, UnaryOperator<ProductDraft> base) {
        return responses.changed(ProductDocument.of(products.change(pk, (product, present) -> {
            ProductDocument document = ProductDocument.of(product);
            responses.requireMatch(document);
            return ProductForm.read(fields.over(document), base.apply(present));
        })));
    }
}
