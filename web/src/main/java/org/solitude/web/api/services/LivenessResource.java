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

/** For who watches from outside and is nobody here: one word, and not a word more. */
@Tag(name = "Services")
@Path("/services/live")
@RequestScoped
@PermitAll
public class LivenessResource {

    /** That the server answers at all. */
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
