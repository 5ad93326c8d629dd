package org.solitude.probe;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Returns the caller as the resource and the bean behind it see it, and requires roles in both. */
@RequestScoped
@Path("/probe/roles/")
@Produces("text/plain")
public class RolesProbe {
    @Inject
    private GuardedBean bean;

    @POST
    @Path("resource/")
    @RolesAllowed("operator")
    public String resource(@Context SecurityContext security) {
        return security.getUserPrincipal().getName();
    }

    @POST
    @Path("bean/client/")
    public String beanForClients(@Context SecurityContext security) {
        return security.getUserPrincipal().getName() + " " + security.isUserInRole("client") + " " + bean.forClients();
    }

    @POST
    @Path("bean/operator/")
    public String beanForOperators() {
        try {
            return bean.forOperators();
        } catch (EJBAccessException refused) {
            throw new ForbiddenException(refused);
        }
    }
}
