package org.solitude.health;

import java.util.Optional;

/** Checks one dependency of the server. Each package that has a dependency contributes its check. */
public interface HealthCheck {

    /** Returns the name of the dependency, in one word. */
    String name();

    /**
     * Returns what is wrong, in words that anyone may read: no address, user name or value of a setting. An exception
     * counts as a failure as well; it is logged, and its message is not shown.
     */
    Optional<String> failure();

    /** Returns whether this server has what is checked; one that has not reports nothing about it. */
    default boolean applies() {
        return true;
    }
}
