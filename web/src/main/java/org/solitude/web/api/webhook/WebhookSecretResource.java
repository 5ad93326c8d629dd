package org.solitude.web.api.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.caller.Role;
import org.solitude.web.http.UuidFormat;
import org.solitude.web.http.listing.ListDocument;
import org.solitude.web.http.listing.ListQuery;
import org.solitude.web.http.security.CallerResolver;
import org.solitude.webhook.WebhookSecret;
import org.solitude.webhook.WebhookSecrets;

/** The secrets that sign the caller's webhooks: {@code /delay/callback/secret/}. */
@Tag(name = "Callbacks")
@Path("/delay/callback/secret")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.PAYER, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class WebhookSecretResource {

    static final String PATH = "/delay/callback/secret/";

    @Inject
    private WebhookSecrets secrets;

    @Inject
    private CallerResolver callers;

    @Context
    private UriInfo uri;

    /** Makes a secret that replaces the current one; both sign during an overlap. */
    @POST
    @Operation(
            operationId = "CallbackSecretResource_make",
            summary = "Makes a secret that callbacks are signed with; it is shown once.")
    @APIResponseSchema(value = NewSecretDocument.class, responseCode = "201", responseDescription = "Made.")
    public Response make() {
        NewSecretDocument created = NewSecretDocument.of(secrets.create(callers.current()));
        return Response.created(
                        uri.getBaseUriBuilder().path(created.resourceUri()).build())
                .header("Cache-Control", "no-store, no-transform")
                .entity(created)
                .build();
    }

    /** Lists the secrets, without showing them. */
    @GET
    @RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
    @Operation(operationId = "CallbackSecretResource_list", summary = "Lists the secrets there are; none is shown.")
    @Parameter(ref = "Limit")
    public ListDocument<SecretDocument> list() {
        ListQuery query = new ListQuery(uri.getQueryParameters(), PATH, List.of());
        return query.document(
                secrets.list(callers.current(), query.pageRequest()), WebhookSecret::id, SecretDocument::of);
    }

    /** Deletes a secret: it stops signing at once. */
    @DELETE
    @Path("/{uuid}")
    @Operation(operationId = "CallbackSecretResource_remove", summary = "Signs with a secret no more.")
    @APIResponse(responseCode = "204", description = "It signs no more.")
    public Response remove(@PathParam("uuid") String uuid) {
        secrets.remove(UuidFormat.of(uuid).orElseThrow(NotFoundException::new), callers.current());
        return Response.noContent().build();
    }
}
