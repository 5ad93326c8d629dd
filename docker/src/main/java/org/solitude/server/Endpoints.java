package org.solitude.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/**
 * The addresses on which a server listens, read from the environment variables that the script reads. {@code
 * SOLITUDE_PORT_OFFSET} is added to each port, so that several servers can run on one host.
 *
 * @param api the address of the REST API
 * @param management the address of the admin console and the management API
 */
public record Endpoints(InetSocketAddress api, InetSocketAddress management) {

    /** Returns the addresses of a server that starts with this environment. */
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

    /** Returns the root of the REST API; an unspecified address (0.0.0.0) becomes 127.0.0.1. */
    public URI apiUri() {
        return uri(api);
    }

    /** Returns the root of the management interface; an unspecified address becomes 127.0.0.1. */
    public URI managementUri() {
        return uri(management);
    }

    private static URI uri(InetSocketAddress address) {
        String host = address.getAddress() != null && address.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : address.getHostString();
        return URI.create("http://" + host + ":" + address.getPort() + "/");
    }

    private static int number(Map<String, String> environment, String name, int defaultValue) {
        String value = environment.getOrDefault(name, String.valueOf(defaultValue));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, but is '" + value + "'.", e);
        }
    }
}
