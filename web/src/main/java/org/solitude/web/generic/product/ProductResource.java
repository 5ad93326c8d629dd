package org.solitude.web.generic.product;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.solitude.caller.Role;
import org.solitude.generic.product.Product;
import org.solitude.generic.product.ProductDraft;
import org.solitude.generic.product.Products;
import org.solitude.web.generic.Conditions;
import org.solitude.web.generic.Uris;
import org.solitude.web.json.JsonFields;
import org.solitude.web.listing.ListDocument;
import org.solitude.web.listing.ListQuery;

/** Products: {@code /generic/product/}. */
@Path("/generic/product")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

    @Inject
    private Products products;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonFields fields) {
        Product product = products.create(ProductForm.read(fields, ProductDraft.BLANK));
        return Response.created(uri.getBaseUriBuilder()
                        .path(Uris.PRODUCT.of(product.id()))
                        .build())
                .tag(tagOf(product))
                .entity(ProductDocument.of(product))
                .build();
    }

    @GET
    public ListDocument<ProductDocument> list() {
        ListQuery query = new ListQuery(
                uri.getQueryParameters(), Uris.PRODUCT.path(), List.of("external_id", "public_id", "seller"));
        return query.answer(
                products.list(
                        query.text("external_id"),
                        query.text("public_id"),
                        query.value("seller", "a seller's URI or key", Uris.SELLER::keyOrUri),
                        query.asSlice()),
                Product::id,
                ProductDocument::of);
    }

    @GET
    @Path(Uris.ONE)
    public Response get(@PathParam("pk") long pk) {
        Product product = products.get(pk);
        return Conditions.answer(request, tagOf(product), ProductDocument.of(product));
    }

    @PUT
    @Path(Uris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("pk") long pk, JsonFields fields) {
        return changed(products.change(pk, (product, present) -> {
            Conditions.requireMatch(request, tagOf(product));
            return ProductForm.read(fields, ProductDraft.BLANK);
        }));
    }

    @PATCH
    @Path(Uris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(@PathParam("pk") long pk, JsonFields fields) {
        return changed(products.change(pk, (product, present) -> {
            Conditions.requireMatch(request, tagOf(product));
            return ProductForm.read(fields, present);
        }));
    }

    private static Response changed(Product product) {
        return Response.ok(ProductDocument.of(product)).tag(tagOf(product)).build();
    }

    private static EntityTag tagOf(Product product) {
        return new EntityTag(Long.toString(product.counter()));
    }
}
