package org.solitude.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Somebody else listens where the server should. WildFly would start all the same, and answer nobody. */
public final class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PortInUseException(InetSocketAddress address, String what, String variable) {
        super("Port " + address.getPort() + " on " + address.getHostString() + " (" + what
                + ") is taken: stop what listens there, or set " + variable
                + " to another port, or SOLITUDE_PORT_OFFSET=100 to move all ports by 100.");
    }

    /**
     * Checks that all are free.
     *
     * @throws PortInUseException for the first that is not
     */
    static void throwIfInUse(Endpoints endpoints) {
        throwIfInUse(endpoints.api(), "the API", "SOLITUDE_PORT");
        throwIfInUse(endpoints.management(), "the admin console", "SOLITUDE_MANAGEMENT_PORT");
    }

    private static void throwIfInUse(InetSocketAddress address, String what, String variable) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(address);
        } catch (IOException e) {
            throw new PortInUseException(address, what, variable);
        }
    }
}
