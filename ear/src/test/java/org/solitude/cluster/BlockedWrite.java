package org.solitude.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.solitude.testkit.client.SolitudeClient;

/** A write that blocks on the node that runs it until it is released there. Each node has a gate of its own for it. */
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

    /** Waits until the write blocks on this node. */
    void awaitBlocked(SolitudeClient node) {
        await("the write blocks").atMost(SOON).until(() -> executions(node) == 1);
    }

    /** Returns how often the write was started on this node. */
    int executions(SolitudeClient node) {
        return Integer.parseInt(node.get("/probe/journal/gate-" + name + "/").text());
    }
}
