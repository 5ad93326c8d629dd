package org.solitude.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Thrown when another process listens on a port of the server: WildFly would start, but could not be reached. */
public final class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PortInUseException(InetSocketAddress address, String purpose, String variable) {
        super("Port " + address.getPort() + " on " + address.getHostString() + " (" + purpose
                + ") is in use: stop the process that listens there, or set " + variable
                + " to another port, or SOLITUDE_PORT_OFFSET=100 to move all ports by 100.");
    }

    /**
     * Checks that the ports are free.
     *
     * @throws PortInUseException for the first port that is in use
     */
    static void throwIfInUse(Endpoints endpoints) {
        throwIfInUse(endpoints.api(), "the API", "SOLITUDE_PORT");
        throwIfInUse(endpoints.management(), "the admin console", "SOLITUDE_MANAGEMENT_PORT");
    }

    private static void throwIfInUse(InetSocketAddress address, String purpose, String variable) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(address);
        } catch (IOException e) {
            throw new PortInUseException(address, purpose, variable);
        }
    }
}
