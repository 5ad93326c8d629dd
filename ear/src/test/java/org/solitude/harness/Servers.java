package org.solitude.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.solitude.server.PreparedServer;
import org.solitude.server.ServerHome;

/** Where the tests' servers live: below {@code ear/target}, each in a directory of its own, all on one WildFly. */
final class Servers {
    private Servers() {}

    /** The WildFly that all share. */
    static ServerHome home() {
        return ServerHome.at(Path.of(System.getProperty("solitude.wildfly")));
    }

    /** A server without a past, prepared by the script that prepares every server. */
    static PreparedServer fresh(String name) {
        Path base = Path.of(System.getProperty("solitude.work"), name).toAbsolutePath();
        try {
            if (Files.exists(base)) {
                FileUtils.deleteDirectory(base.toFile());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what an earlier server left in " + base, e);
        }
        return PreparedServer.prepare(home(), base);
    }
}
