package org.solitude.crash;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.solitude.harness.ServerProcess;

/**
 * Starts and kills the server repeatedly. Most kills come a random moment after a random number of further writes was
 * accepted; counting writes instead of time makes slow and fast machines comparable. Every fifth start is killed before
 * the server is ready, because recovery must survive a kill as well.
 */
final class ServerKiller {
    private static final int STARTUP_KILL_EVERY = 5;
    private static final Duration MAXIMUM_DELAY = Duration.ofMillis(50);
    private static final Duration MAXIMUM_STARTUP_DELAY = Duration.ofSeconds(12);
    private static final Duration MAXIMUM_WAIT = Duration.ofSeconds(30);

    private final ServerProcess server;
    private final WriteHistory history;
    private final Random random;
    private final int maximumWrites;
    private int starts;

    /**
     * Creates a killer.
     *
     * @param maximumWrites the maximum number of writes accepted between the server's start and the kill
     */
    ServerKiller(ServerProcess server, WriteHistory history, Random random, int maximumWrites) {
        this.maximumWrites = maximumWrites;
        this.server = server;
        this.history = history;
        this.random = random;
    }

    /** Starts the server and kills it, either during its start or during writes. */
    void startAndKill() {
        starts++;
        server.launch();
        if (starts % STARTUP_KILL_EVERY == 0) {
            sleep(random.nextLong(MAXIMUM_STARTUP_DELAY.toNanos()));
            server.kill();
        } else {
            server.awaitUp();
            killDuringWrites();
        }
    }

    /** Kills a running server after a random number of further accepted writes. */
    void killDuringWrites() {
        awaitWrites(1 + random.nextInt(maximumWrites));
        sleep(random.nextLong(MAXIMUM_DELAY.toNanos()));
        server.kill();
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
