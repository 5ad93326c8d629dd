package org.solitude.crash;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.solitude.harness.ServerProcess;

/**
 * Starts the server and kills it, again and again. Most kills hit a server at work, after so many more writes were accepted
 * and a moment longer: counting instead of timing hits a slow machine's server as hard as a fast one's. Every fifth hits one
 * that is still starting, because recovery must survive a kill as well.
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
     * A killer of this server.
     *
     * @param writes how many more are accepted at most before it strikes
     */
    ServerKiller(ServerProcess server, WriteHistory ledger, Random chance, int writes) {
        this.maximumWrites = writes;
        this.server = server;
        this.history = ledger;
        this.random = chance;
    }

    /** One life of the server, from its start to its violent end. */
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

    /** The violent end of a server that is up. */
    void killDuringWrites() {
        awaitWrites(1 + random.nextInt(maximumWrites));
        sleep(random.nextLong(MAXIMUM_DELAY.toNanos()));
        server.kill();
    }

    private void awaitWrites(int more) {
        int goal = history.numberAccepted() + more;
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
