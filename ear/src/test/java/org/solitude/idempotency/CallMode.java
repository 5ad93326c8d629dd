package org.solitude.idempotency;

import org.solitude.testkit.client.SolitudeClient;

/** Whether a client sends a write synchronously or asynchronously; the rules of idempotency keys are the same. */
enum CallMode {
    SYNCHRONOUSLY,
    ASYNCHRONOUSLY;

    SolitudeClient applyTo(SolitudeClient client) {
        return this == ASYNCHRONOUSLY ? client.with("Solitude-Async", "yes") : client;
    }
}
