package org.solitude.harness;

import java.nio.file.Path;
import org.solitude.server.PreparedServer;
import org.solitude.server.WildFlyHome;

/** Directories of the tests' servers: each has its own below {@code ear/target}, and all run on one WildFly. */
final class ServerDirectories {
    private ServerDirectories() {}

    /** Returns the WildFly that all servers share. */
    static WildFlyHome home() {
        return WildFlyHome.at(Path.of(System.getProperty("solitude.wildfly")));
    }

    /** Prepares a server without data, with the script that prepares every server. */
    static PreparedServer fresh(String name) {
        Path base = directory(name);
        ServerTemplate.get().copyTo(base);
        return PreparedServer.prepare(home(), base);
    }

    /** Returns a directory that all forks of a build share. */
    static Path shared(String name) {
        return directory("..").resolve(name).normalize();
    }

    static Path directory(String name) {
        return Path.of(System.getProperty("solitude.work"), name).toAbsolutePath();
    }
}
