package org.solitude.web.api.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.solitude.crypto.Reencryption;

/**
 * Re-encrypts stored data after a new key was put first in the keyring: POST starts it, GET shows the progress. When it
 * has ended, the old key can be removed.
 */
@Tag(name = "Operations")
@Path("/operations/reencryption")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class ReencryptionResource {

    @Inject
    private Reencryption reencryption;

    @POST
    @Operation(summary = "Seals everything again with the first key.")
    public Reencryption.Progress start() {
        return reencryption.start();
    }

    @GET
    @Operation(summary = "Tells how far that is.")
    public Reencryption.Progress progress() {
        return reencryption.progress();
    }
}
