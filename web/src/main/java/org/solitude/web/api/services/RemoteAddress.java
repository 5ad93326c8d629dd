package org.solitude.web.api.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The other end of the connection. There is none in a replay, so only what is never replayed may ask. */
@RequestScoped
public class RemoteAddress {

    @Inject
    private HttpServletRequest request;

    /** Behind a proxy that is believed: of the client that the proxy names. */
    String address() {
        return request.getRemoteAddr();
    }
}
