package org.solitude.testkit.provider;

import java.util.Random;

/** Decides which requests get a fault: for one seed and one order of requests, always the same ones. */
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

    /** Returns true at random, with this probability. */
    synchronized boolean hits(double probability) {
        return random.nextDouble() < probability;
    }
}
