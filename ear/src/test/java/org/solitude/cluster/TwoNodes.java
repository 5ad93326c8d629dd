package org.solitude.cluster;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;

/**
 * Two servers with one database, one encryption key and connected brokers. They poll the database for task ends once in
 * ten minutes only, so that long polls are woken by messages.
 */
final class TwoNodes implements AutoCloseable {
    private final TestDatabase database;
    private final ServerProcess one;
    private final ServerProcess two;
    private final String password = random();

    TwoNodes() {
        this("nodes");
    }

    /** Prepares two nodes with a database and directories of this name. */
    TwoNodes(String name) {
        database = TestDatabase.create(name);
        one = new ServerProcess(name + "-one", database);
        two = new ServerProcess(name + "-two", database);
        String key = random();
        for (ServerProcess node : List.of(one, two)) {
            node.joinCluster();
            node.set("SOLITUDE_ENCRYPTION_KEY", key);
            node.set("SOLITUDE_NODES_PASSWORD", password);
            node.set("SOLITUDE_NODES_FIRST_PORT", Integer.toString(one.brokerPort()));
            node.set("SOLITUDE_NODES_SECOND_PORT", Integer.toString(two.brokerPort()));
            node.set("SOLITUDE_WAIT_LOOK", "PT10M");
            node.set("SOLITUDE_WAIT_LONGEST", "PT85S");
        }
    }

    ServerProcess one() {
        return one;
    }

    ServerProcess two() {
        return two;
    }

    /** Returns the password with which the brokers authenticate to each other. */
    String password() {
        return password;
    }

    /** Starts the nodes that do not run, both at once, and waits until they are up. */
    TwoNodes startStopped() {
        List<ServerProcess> stopped =
                Stream.of(one, two).filter(node -> !node.isUp()).toList();
        stopped.forEach(ServerProcess::launch);
        stopped.forEach(ServerProcess::awaitUp);
        return this;
    }

    private static String random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    @Override
    public void close() {
        one.close();
        two.close();
        database.close();
    }
}
