package org.solitude.webhook.http;

import java.io.Serial;
import java.net.UnknownHostException;

/** None of the addresses of a host name may be called. */
class ForbiddenAddressException extends UnknownHostException {

    @Serial
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super(host + " has no address that may be called");
    }
}
