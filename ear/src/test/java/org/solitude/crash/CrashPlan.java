package org.solitude.crash;

import java.util.List;
import java.util.Random;

/**
 * The number of kills, their victims in turn, and the seed of a run. The seed decides which writes are sent and when
 * the server is killed, so that a run can be repeated; which work a kill interrupts still depends on the machine's
 * speed.
 */
record CrashPlan(int kills, List<Victim> victims, long seed) {

    static CrashPlan fromSystemProperties() {
        return new CrashPlan(
                Integer.getInteger("solitude.kills", 3),
                Victim.parse(System.getProperty("solitude.victims", "server,database,both")),
                Long.getLong("solitude.seed", new Random().nextInt(1_000_000)));
    }

    /** Returns what the kill with this number, from 0 on, ends. */
    Victim victim(int kill) {
        return victims.get(kill % victims.size());
    }

    /** Returns a random generator of its own for each number, so that threads do not change each other's sequence. */
    Random random(int number) {
        return new Random(seed * 31 + number);
    }
}
