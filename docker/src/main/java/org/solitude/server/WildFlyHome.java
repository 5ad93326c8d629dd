package org.solitude.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An unpacked WildFly. Many {@linkplain PreparedServer prepared servers} may share one: each has its own base directory, and
 * the home itself only gains the PostgreSQL driver's module.
 *
 * @param path the directory that holds {@code jboss-modules.jar}
 */
public record WildFlyHome(Path path) {

    public WildFlyHome {
        path = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(path.resolve("jboss-modules.jar"))) {
            throw new IllegalArgumentException("There is no WildFly at " + path);
        }
    }

    /** The WildFly unpacked at this directory. */
    public static WildFlyHome at(Path path) {
        return new WildFlyHome(path);
    }

    Path configuration() {
        return path.resolve("standalone/configuration");
    }

    boolean hasPostgresDriver() {
        return Files.isRegularFile(path.resolve("modules/org/postgresql/main/module.xml"));
    }
}
