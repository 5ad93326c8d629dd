package org.solitude.crash;

import java.util.Random;

/**
 * How hard the server is hit. The seed decides which writes are made and when the server is killed, so that a run can be
 * tried again; what it kills at that instant is up to the machine.
 */
record CrashPlan(int kills, long seed, String database) {

    static CrashPlan fromSystemProperties() {
        return new CrashPlan(
                Integer.getInteger("solitude.kills", 3),
                Long.getLong("solitude.seed", new Random().nextInt(1_000_000)),
                System.getProperty("solitude.database", "h2"));
    }

    /** A source of chance for one of those who need it: each has its own, so that they do not disturb each other. */
    Random random(int number) {
        return new Random(seed * 31 + number);
    }
}
