package org.solitude.web.api.buyer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.buyer.PinVerification;
import org.solitude.caller.Role;
import org.solitude.web.http.json.JsonFields;

/**
 * Confirms and verifies PINs that buyers type. A wrong PIN is a 200 that says so, not an error: an error rolls the
 * transaction back, and the failed attempt would not be counted.
 */
@Tag(name = "Buyers")
@Path("/generic")
@RequestScoped
@RolesAllowed({Role.CLIENT, Role.OPERATOR})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PinResource {

    @Inject
    private PinVerification pins;

    /** The response to the confirmation of a PIN. */
    public record Confirmation(boolean confirmed, String uuid) {}

    /** The response to the verification of a PIN. */
    public record Verification(boolean valid, boolean locked, String uuid) {}

    @POST
    @Path("confirm_pin")
    @Operation(summary = "Confirms the PIN that was set, by typing it again. A wrong one is a 200 that says so.")
    @APIResponseSchema(value = Confirmation.class, responseCode = "200", responseDescription = "Whether it is right.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Confirmation confirm(
            @RequestBody(content = @Content(schema = @Schema(ref = "PinFields"))) JsonFields fields) {
        PinForm typed = PinForm.read(fields);
        return new Confirmation(pins.confirm(typed.uuid(), typed.pin()).right(), typed.uuid());
    }

    @POST
    @Path("verify_pin")
    @Operation(summary = "Verifies a PIN. A wrong one is a 200 that says so, and counts.")
    @APIResponseSchema(value = Verification.class, responseCode = "200", responseDescription = "Whether it is right.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Verification verify(
            @RequestBody(content = @Content(schema = @Schema(ref = "PinFields"))) JsonFields fields) {
        PinForm typed = PinForm.read(fields);
        PinVerification.Outcome outcome = pins.verify(typed.uuid(), typed.pin());
        return new Verification(outcome.right(), outcome.locked(), typed.uuid());
    }

    @POST
    @Path("reset_confirm_pin")
    @Operation(summary = "Makes the new PIN the PIN, by typing it again.")
    @APIResponseSchema(value = Confirmation.class, responseCode = "200", responseDescription = "Whether it is right.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Confirmation confirmReset(
            @RequestBody(content = @Content(schema = @Schema(ref = "PinFields"))) JsonFields fields) {
        PinForm typed = PinForm.read(fields);
        return new Confirmation(pins.confirmReset(typed.uuid(), typed.pin()).right(), typed.uuid());
    }
}
