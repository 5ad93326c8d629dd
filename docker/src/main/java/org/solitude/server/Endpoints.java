package org.solitude.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/**
 * Where a server listens, read from the same environment variables the script reads. Each port is moved by
 * {@code SOLITUDE_PORT_OFFSET}, so that servers can stand side by side.
 *
 * @param api the REST API
 * @param management the admin console and the management API
 */
public record Endpoints(InetSocketAddress api, InetSocketAddress management) {

    /** The endpoints of a server that starts with this environment. */
    public static Endpoints of(Map<String, String> environment) {
        int offset = number(environment, "SOLITUDE_PORT_OFFSET", 0);
        return new Endpoints(
                new InetSocketAddress(
                        environment.getOrDefault("SOLITUDE_ADDRESS", "127.0.0.1"),
                        number(environment, "SOLITUDE_PORT", 8080) + offset),
                new InetSocketAddress(
                        environment.getOrDefault("SOLITUDE_MANAGEMENT_ADDRESS", "127.0.0.1"),
                        number(environment, "SOLITUDE_MANAGEMENT_PORT", 9990) + offset));
    }

    /** The root of the REST API. */
    public URI apiUri() {
        return uri(api);
    }

    /** The root of the management interface. */
    public URI managementUri() {
        return uri(management);
    }

    private static URI uri(InetSocketAddress address) {
        String host = address.getAddress() != null && address.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : address.getHostString();
        return URI.create("http://" + host + ":" + address.getPort() + "/");
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, String.valueOf(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, but is '" + value + "'.", e);
        }
    }
}
