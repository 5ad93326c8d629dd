package org.solitude.upgrade;

import org.solitude.harness.ServerProcess;

/** The settings of a server on a database of an earlier version. */
final class UpgradedServer {

    /** Made for these tests and used for nothing else: the rows in {@code resources/upgrade} are encrypted with it. */
    private static final String KEY = "dGhyb3ctYXdheSBrZXkgb2YgdXBncmFkZSB0ZXN0cyE=";

    private static final String NEXT_KEY = "dGhlIGtleSBhZnRlciB0aGUgdGhyb3ctYXdheSBrZXk=";

    /** Rows keep the times of the day when they were recorded. */
    private static final String FOR_EVER = "P36500D";

    private UpgradedServer() {}

    /** Gives a server the key that encrypted the rows, and has it keep old rows. */
    static void configure(ServerProcess server) {
        server.set("SOLITUDE_ENCRYPTION_KEY", KEY);
        server.set("SOLITUDE_DELAY_RETENTION", FOR_EVER);
        server.set("SOLITUDE_DELAY_RETENTION_DEAD", FOR_EVER);
        server.set("SOLITUDE_IDEMPOTENCY_KEPT", FOR_EVER);
        server.set("SOLITUDE_TRANSACTION_LOCK_DOWN", FOR_EVER);
    }

    /** Gives a server a second key, which encrypts from now on. */
    static void rotateKey(ServerProcess server) {
        server.set("SOLITUDE_ENCRYPTION_KEYS", "2:" + NEXT_KEY + ",1:" + KEY);
    }
}
