package org.solitude.testkit.provider;

import java.util.Random;

/** Decides whom a fault hits; with one seed and one order of requests always the same ones. */
final class FaultInjector {
    private final Faults faults;
    private final Random random;

    FaultInjector(Faults faults) {
        this.faults = faults;
        this.random = new Random(faults.seed());
    }

    Faults faults() {
        return faults;
    }

    /** Whether this one belongs to the share. */
    synchronized boolean hits(double share) {
        return random.nextDouble() < share;
    }
}
