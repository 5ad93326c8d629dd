package org.solitude.web.api.services;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.caller.Role;
import org.solitude.web.http.security.CallerResolver;

/** Shows callers how the server sees them: useful when a call is refused or comes through a proxy. */
@Tag(name = "Services")
@Path("/services/request")
@RequestScoped
@RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {

    @Inject
    private CallerResolver callers;

    @Inject
    private RemoteAddress remote;

    @GET
    @Operation(summary = "Tells how the server sees the caller and this call.")
    public RequestDocument echo(@Context SecurityContext security, @Context UriInfo uri, @Context HttpHeaders headers) {
        return RequestDocument.of(
                callers.current(),
                security.getAuthenticationScheme(),
                remote.address(),
                uri.getRequestUri(),
                headers.getRequestHeaders());
    }
}
