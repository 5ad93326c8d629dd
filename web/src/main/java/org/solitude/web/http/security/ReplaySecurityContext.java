package org.solitude.web.http.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.wildfly.security.auth.server.SecurityIdentity;

/** The security context of a replay, equal to that of the synchronous call. */
record ReplaySecurityContext(SecurityIdentity identity, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return identity.getPrincipal();
    }

    @Override
    public boolean isUserInRole(String role) {
        return identity.getRoles().contains(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return identity.getAttributes().containsKey("iss") ? "BEARER_TOKEN" : BASIC_AUTH;
    }
}
