package org.solitude.nodes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.solitude.client.Solitude;

/** A write that hangs on the node that runs it until the gate is opened there. Each node has its own gate of that name. */
record Gate(String name) {
    private static final Duration SOON = Duration.ofMinutes(1);

    static Gate closed() {
        return new Gate(UUID.randomUUID().toString());
    }

    String path() {
        return "/probe/gate/" + name + "/";
    }

    void open(Solitude node) {
        node.delete(path());
    }

    /** Waits until the write hangs there. */
    void awaitArrival(Solitude node) {
        await("somebody at the gate").atMost(SOON).until(() -> arrivals(node) == 1);
    }

    /** How often it was tried there. */
    int arrivals(Solitude node) {
        return Integer.parseInt(node.get("/probe/journal/gate-" + name + "/").text());
    }
}
