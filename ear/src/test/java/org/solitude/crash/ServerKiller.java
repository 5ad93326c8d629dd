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
    private static final int EARLY = 5;
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration STARTING = Duration.ofSeconds(12);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ServerProcess server;
    private final WriteHistory ledger;
    private final Random chance;
    private final int writes;
    private int lives;

    /**
     * A killer of this server.
     *
     * @param writes how many more are accepted at most before it strikes
     */
    ServerKiller(ServerProcess server, WriteHistory ledger, Random chance, int writes) {
        this.writes = writes;
        this.server = server;
        this.ledger = ledger;
        this.chance = chance;
    }

    /** One life of the server, from its start to its violent end. */
    void oneLife() {
        lives++;
        server.launch();
        if (lives % EARLY == 0) {
            pass(chance.nextLong(STARTING.toNanos()));
            server.kill();
        } else {
            server.awaitUp();
            strike();
        }
    }

    /** The violent end of a server that is up. */
    void strike() {
        awaitWrites(1 + chance.nextInt(writes));
        pass(chance.nextLong(MOMENT.toNanos()));
        server.kill();
    }

    private void awaitWrites(int more) {
        int goal = ledger.numberAccepted() + more;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (ledger.numberAccepted() < goal && System.nanoTime() < end) {
            pass(MOMENT.toNanos() / 50);
        }
    }

    private static void pass(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
