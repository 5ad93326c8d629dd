package org.solitude.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** WildFly's ports, moved by one offset so that no other process uses them. */
public record Ports(int offset) {
    private static final int HTTP = 8080;
    private static final int HTTPS = 8443;
    private static final int MANAGEMENT = 9990;
    private static final int BROKER = 5445;
    /** All ports that a server may bind: HTTP, HTTPS, management, transactions, IIOP and the cluster connection. */
    private static final int[] ALL = {HTTP, HTTPS, MANAGEMENT, 9993, 4712, 4713, 3528, 3529, BROKER};

    /**
     * Returns an offset at which all ports are free now. It is random, so that parallel builds choose different ones.
     */
    public static Ports free() {
        return new Random()
                .ints(100, 20_000)
                .limit(1_000)
                .mapToObj(Ports::new)
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports for a server"));
    }

    public int http() {
        return HTTP + offset;
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + http() + "/");
    }

    public int https() {
        return HTTPS + offset;
    }

    public int management() {
        return MANAGEMENT + offset;
    }

    /** Returns the port at which the broker accepts other nodes' brokers, once it has joined a cluster. */
    public int broker() {
        return BROKER + offset;
    }

    Map<String, String> settings() {
        return Map.of("SOLITUDE_PORT_OFFSET", Integer.toString(offset));
    }

    private boolean areFree() {
        return IntStream.of(ALL).allMatch(port -> isFree(port + offset));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
