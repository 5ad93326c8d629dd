package org.solitude.web.generic.seller;

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
import org.solitude.generic.seller.Seller;
import org.solitude.generic.seller.SellerDraft;
import org.solitude.generic.seller.Sellers;
import org.solitude.web.generic.Conditions;
import org.solitude.web.generic.Uris;
import org.solitude.web.json.JsonFields;
import org.solitude.web.listing.ListDocument;
import org.solitude.web.listing.ListQuery;

/** Sellers: {@code /generic/seller/}. */
@Path("/generic/seller")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class SellerResource {

    @Inject
    private Sellers sellers;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(JsonFields fields) {
        Seller seller = sellers.create(SellerForm.read(fields, SellerDraft.BLANK));
        return Response.created(uri.getBaseUriBuilder()
                        .path(Uris.SELLER.of(seller.id()))
                        .build())
                .tag(tagOf(seller))
                .entity(SellerDocument.of(seller))
                .build();
    }

    @GET
    public ListDocument<SellerDocument> list() {
        ListQuery query = new ListQuery(uri.getQueryParameters(), Uris.SELLER.path(), List.of("uuid", "active"));
        return query.answer(
                sellers.list(query.text("uuid"), query.flag("active"), query.asSlice()),
                Seller::id,
                SellerDocument::of);
    }

    @GET
    @Path(Uris.ONE)
    public Response get(@PathParam("pk") long pk) {
        Seller seller = sellers.get(pk);
        return Conditions.answer(request, tagOf(seller), SellerDocument.of(seller));
    }

    @PUT
    @Path(Uris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("pk") long pk, JsonFields fields) {
        return changed(sellers.change(pk, (seller, present) -> {
            Conditions.requireMatch(request, tagOf(seller));
            return SellerForm.read(fields, SellerDraft.BLANK);
        }));
    }

    @PATCH
    @Path(Uris.ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response update(@PathParam("pk") long pk, JsonFields fields) {
        return changed(sellers.change(pk, (seller, present) -> {
            Conditions.requireMatch(request, tagOf(seller));
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
