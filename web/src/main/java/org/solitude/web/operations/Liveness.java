package org.solitude.web.operations;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For who watches from outside and is nobody here: one word, and not a word more. */
@Path("/services/live")
@RequestScoped
@PermitAll
public class Liveness {

    /** That the server answers at all. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String word() {
        return "alive";
    }
}
