package org.solitude.probe;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** A bean behind a resource, whose methods require roles of their own. */
@Stateless
public class GuardedBean {
    @Resource
    private SessionContext context;

    @RolesAllowed("client")
    public String forClients() {
        return context.getCallerPrincipal().getName();
    }

    @RolesAllowed("operator")
    public String forOperators() {
        return context.getCallerPrincipal().getName();
    }
}
