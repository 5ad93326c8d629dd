package org.solitude.idempotency;

import org.solitude.testkit.client.SolitudeClient;

/** How the client asks: each promise about keys holds for both. */
enum CallMode {
    SYNCHRONOUSLY,
    ASYNCHRONOUSLY;

    SolitudeClient applyTo(SolitudeClient client) {
        return this == ASYNCHRONOUSLY ? client.with("Solitude-Async", "yes") : client;
    }
}
