package org.solitude.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the transaction manager signs its transactions with. Two servers with one name would recover each other's, so it is
 * the host's name and the port, cut from the left to the 23 bytes that are allowed: hosts made in numbers differ at the end.
 */
final class NodeName {

    private static final int LONGEST = 23;

    private NodeName() {}

    static String of(Map<String, String> environment) {
        String given = environment.get("SOLITUDE_NODE");
        return given != null
                ? given
                : of(host(), Endpoints.of(environment).api().getPort());
    }

    static String of(String host, int port) {
        String name = new String((host + ":" + port).getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
        return name.substring(Math.max(0, name.length() - LONGEST));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A host that does not know its own name is alone.
            return "localhost";
        }
    }
}
