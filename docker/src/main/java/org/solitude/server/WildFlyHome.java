package org.solitude.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An unpacked WildFly. Several {@linkplain PreparedServer prepared servers} may share one: each has its own base
 * directory, and preparing adds only the PostgreSQL driver's module to the home.
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

    /** Returns the WildFly in this directory; throws IllegalArgumentException if there is none. */
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
