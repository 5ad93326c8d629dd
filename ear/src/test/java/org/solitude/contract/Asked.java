package org.solitude.contract;

import org.solitude.client.Solitude;

/** How the client asks: each promise about keys holds for both. */
enum Asked {
    SYNCHRONOUSLY,
    ASYNCHRONOUSLY;

    Solitude through(Solitude client) {
        return this == ASYNCHRONOUSLY ? client.with("Solitude-Async", "yes") : client;
    }
}
