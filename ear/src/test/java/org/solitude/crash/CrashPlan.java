package org.solitude.crash;

import java.util.Random;

/**
 * The number of kills and the seed of a run. The seed decides which writes are sent and when the server is killed, so
 * that a run can be repeated; which work a kill interrupts still depends on the machine's speed.
 */
record CrashPlan(int kills, long seed) {

    static CrashPlan fromSystemProperties() {
        return new CrashPlan(
                Integer.getInteger("solitude.kills", 3),
                Long.getLong("solitude.seed", new Random().nextInt(1_000_000)));
    }

    /** Returns a random generator of its own for each number, so that threads do not change each other's sequence. */
    Random random(int number) {
        return new Random(seed * 31 + number);
    }
}
