package org.solitude.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The node identifier of the transaction manager. It must be unique, because servers with the same one would recover
 * each other's transactions. It is the host name and the port, of which the last 23 bytes are used (the maximum): the
 * names of replicas differ at the end.
 */
final class NodeName {

    private static final int MAXIMUM_BYTES = 23;

    private NodeName() {}

    static String of(Map<String, String> environment) {
        String configured = environment.get("SOLITUDE_NODE");
        return configured != null
                ? configured
                : of(host(), Endpoints.of(environment).api().getPort());
    }

    static String of(String host, int port) {
        String name = new String((host + ":" + port).getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
        return name.substring(Math.max(0, name.length() - MAXIMUM_BYTES));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A host without a resolvable name is assumed to be the only one.
            return "localhost";
        }
    }
}
