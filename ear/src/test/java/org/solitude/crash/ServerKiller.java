package org.solitude.crash;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;

/**
 * Starts the server and kills it, its database or both, repeatedly. Most kills come a random moment after a random
 * number of further writes was accepted; counting writes instead of time makes slow and fast machines comparable. Every
 * fifth start of the server is killed before it is ready, because recovery must survive a kill as well.
 */
final class ServerKiller {
    private static final int STARTUP_KILL_EVERY = 5;
    private static final Duration MAXIMUM_DELAY = Duration.ofMillis(50);
    private static final Duration MAXIMUM_STARTUP_DELAY = Duration.ofSeconds(12);
    private static final Duration MAXIMUM_WAIT = Duration.ofSeconds(30);

    private final ServerProcess server;
    private final TestDatabase database;
    private final IntFunction<Victim> victims;
    private final WriteHistory history;
    private final Random random;
    private final int maximumWrites;
    private int starts;
    private int kills;

    /**
     * Creates a killer.
     *
     * @param maximumWrites the maximum number of writes accepted between the server's start and the kill
     */
    ServerKiller(
            ServerProcess server,
            TestDatabase database,
            WriteHistory history,
            IntFunction<Victim> victims,
            Random random,
            int maximumWrites) {
        this.database = database;
        this.victims = victims;
        this.maximumWrites = maximumWrites;
        this.server = server;
        this.history = history;
        this.random = random;
    }

    /** Starts the server if it is down, and kills the next victim, either during the start or during writes. */
    void startAndKill() {
        starts++;
        boolean down = !server.isUp();
        if (down) {
            server.launch();
        }
        if (down && starts % STARTUP_KILL_EVERY == 0) {
            sleep(random.nextLong(MAXIMUM_STARTUP_DELAY.toNanos()));
            server.kill();
        } else {
            server.awaitUp();
            killDuringWrites();
        }
    }

    /** Kills the next victim. A killed database is started again at once; the server is left down or as it is. */
    private void kill() {
        Victim victim = victims.apply(kills++);
        if (victim.includesDatabase()) {
            database.kill();
        }
        if (victim.includesServer()) {
            server.kill();
        }
        if (victim.includesDatabase()) {
            database.restart();
        }
    }

    /** Kills the next victim after a random number of further accepted writes. */
    void killDuringWrites() {
        awaitWrites(1 + random.nextInt(maximumWrites));
        sleep(random.nextLong(MAXIMUM_DELAY.toNanos()));
        kill();
    }

    private void awaitWrites(int further) {
        int goal = history.numberAccepted() + further;
        long end = System.nanoTime() + MAXIMUM_WAIT.toNanos();
        while (history.numberAccepted() < goal && System.nanoTime() < end) {
            sleep(MAXIMUM_DELAY.toNanos() / 50);
        }
    }

    private static void sleep(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
