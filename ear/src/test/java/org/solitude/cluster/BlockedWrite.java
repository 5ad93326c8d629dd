package org.solitude.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.solitude.testkit.client.SolitudeClient;

/** A write that hangs on the node that runs it until the gate is opened there. Each node has its own gate of that name. */
record BlockedWrite(String name) {
    private static final Duration SOON = Duration.ofMinutes(1);

    static BlockedWrite create() {
        return new BlockedWrite(UUID.randomUUID().toString());
    }

    String path() {
        return "/probe/gate/" + name + "/";
    }

    void release(SolitudeClient node) {
        node.delete(path());
    }

    /** Waits until the write hangs there. */
    void awaitBlocked(SolitudeClient node) {
        await("somebody at the gate").atMost(SOON).until(() -> executions(node) == 1);
    }

    /** How often it was tried there. */
    int executions(SolitudeClient node) {
        return Integer.parseInt(node.get("/probe/journal/gate-" + name + "/").text());
    }
}
