package org.solitude.web.api.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.caller.Role;
import org.solitude.persistence.paging.Page;
import org.solitude.web.api.RecordResponses;
import org.solitude.web.http.UuidFormat;
import org.solitude.web.http.listing.ListDocument;
import org.solitude.web.http.listing.ListQuery;
import org.solitude.web.http.security.CallerResolver;
import org.solitude.webhook.Delivery;
import org.solitude.webhook.DeliveryDetails;
import org.solitude.webhook.DeliveryLookup;
import org.solitude.webhook.DeliveryState;

/** The deliveries of webhooks: {@code /delay/callback/}. */
@Tag(name = "Callbacks")
@Path("/delay/callback")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.PAYER, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class WebhookDeliveryResource {

    static final String PATH = "/delay/callback/";

    @Inject
    private DeliveryLookup lookup;

    @Inject
    private CallerResolver callers;

    @Inject
    private RecordResponses responses;

    @Context
    private UriInfo uri;

    /** Lists the caller's deliveries, or all deliveries for an operator; newest first. */
    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Operation(
            operationId = "CallbackResource_list",
            summary = "Lists the caller's callbacks, newest first; for an operator, everybody's.")
    @Parameter(ref = "Limit")
    @Parameter(name = "task", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public ListDocument<DeliveryDocument> list() {
        ListQuery query = new ListQuery(uri.getQueryParameters(), PATH, List.of("task", "state"));
        Page<Delivery> page = lookup.list(
                callers.current(),
                query.value("task", "a task's UUID", UuidFormat::require),
                query.value("state", "waiting, delivered, failed or gone", DeliveryState::of),
                query.pageRequest());
        Map<Long, DeliveryDetails> details = lookup.detailsOf(page.objects());
        return query.document(page, Delivery::id, delivery -> documentOf(delivery, details));
    }

    /** Returns a delivery with its attempts. */
    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Path("/{id}")
    @Operation(operationId = "CallbackResource_one", summary = "Shows a callback with each attempt at it.")
    public DeliveryDocument one(@PathParam("id") String id) {
        return documentOf(lookup.get(id, callers.current()));
    }

    /** Sends a delivery again with the same id, whatever its state; a URL that was gone (410) is called again. */
    @POST
    @Path("/{id}/redeliver")
    @Operation(operationId = "CallbackResource_redeliver", summary = "Sends a callback once more, with the same id.")
    @APIResponseSchema(value = DeliveryDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "204", ref = "NotShown")
    public Response redeliver(@PathParam("id") String id) {
        return responses.changedUntagged(documentOf(lookup.sendAgain(id, callers.current())));
    }

    private DeliveryDocument documentOf(Delivery delivery) {
        return documentOf(delivery, lookup.detailsOf(List.of(delivery)));
    }

    private static DeliveryDocument documentOf(Delivery delivery, Map<Long, DeliveryDetails> details) {
        return DeliveryDocument.of(delivery, Objects.requireNonNull(details.get(delivery.id())));
    }
}
