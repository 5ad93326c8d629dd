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
import org.solitude.caller.Role;
import org.solitude.health.ServerHealth;
import org.solitude.web.http.problem.Problem;

/**
 * Answers health checks of a monitor: 200 where every check passes, else 500 with the failures. Clients may call it as
 * well as operators, so that a monitor needs a login with few rights; the response has no addresses and no user names.
 */
@Tag(name = "Services")
@Path("/services/status")
@RequestScoped
@RolesAllowed({Role.READER, Role.CLIENT, Role.PAYER, Role.OPERATOR})
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
        Map<String, String> checks = health.failures();
        String failures = checks.entrySet().stream()
                .filter(check -> !check.getValue().equals(ServerHealth.OK))
                .map(check -> check.getKey() + ": " + check.getValue())
                .collect(Collectors.joining("; "));
        return failures.isEmpty()
                ? Response.ok(checks).build()
                : Problem.of(500, failures + ".")
                        .with("checks", checks)
                        .asResponse()
                        .build();
    }
}
