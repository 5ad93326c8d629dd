package org.solitude.harness;

import java.nio.file.Path;
import org.solitude.server.PreparedServer;
import org.solitude.server.WildFlyHome;

/** Where the tests' servers live: below {@code ear/target}, each in a directory of its own, all on one WildFly. */
final class ServerDirectories {
    private ServerDirectories() {}

    /** The WildFly that all share. */
    static WildFlyHome home() {
        return WildFlyHome.at(Path.of(System.getProperty("solitude.wildfly")));
    }

    /** A server without a past, prepared by the script that prepares every server. */
    static PreparedServer fresh(String name) {
        Path base = directory(name);
        ServerTemplate.get().copyTo(base);
        return PreparedServer.prepare(home(), base);
    }

    static Path directory(String name) {
        return Path.of(System.getProperty("solitude.work"), name).toAbsolutePath();
    }
}
