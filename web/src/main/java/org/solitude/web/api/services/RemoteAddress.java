package org.solitude.web.api.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The address of the client. A replay has no connection, so only resources that are never replayed may use this. */
@RequestScoped
public class RemoteAddress {

    @Inject
    private HttpServletRequest request;

    /** Returns the address; behind a trusted proxy, the one that the proxy forwards. */
    String address() {
        return request.getRemoteAddr();
    }
}
