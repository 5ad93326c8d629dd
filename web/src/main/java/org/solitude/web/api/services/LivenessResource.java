package org.solitude.web.api.services;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers liveness checks without a login, and tells nothing else. */
@Tag(name = "Services")
@Path("/services/live")
@RequestScoped
@PermitAll
public class LivenessResource {

    /** Returns a constant. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "Liveness_word",
            summary = "Says that the server answers at all.",
            extensions = @Extension(name = "x-public", value = "true"))
    public String word() {
        return "alive";
    }
}
