package org.solitude.web.api.services;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.health.ServerHealth;
import org.solitude.web.http.problem.Problem;

/**
 * For a monitor: 200 when all is well, 500 with what is not. A client may ask as well as an operator, so that a monitor needs
 * a login that can do little; it learns what is wrong, and nothing of where or with what name.
 */
@Tag(name = "Services")
@Path("/services/status")
@RequestScoped
@RolesAllowed({"client", "operator"})
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    @Inject
    private ServerHealth health;

    @GET
    @Operation(summary = "Tells a monitor whether all is well.")
    @APIResponse(
            responseCode = "200",
            description = "All is well.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Checks")))
    @APIResponse(
            responseCode = "500",
            description = "Something is not; the problem's checks tell what.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response look() {
        Map<String, String> found = health.failures();
        String wrong = found.entrySet().stream()
                .filter(each -> !each.getValue().equals(ServerHealth.OK))
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining("; "));
        return wrong.isEmpty()
                ? Response.ok(found).build()
                : Problem.of(500, wrong + ".")
                        .with("checks", found)
                        .asResponse()
                        .build();
    }
}
