package org.solitude.health;

import java.util.Optional;

/** Looks at one thing the server leans on. Whatever leans on something brings its own check. */
public interface HealthCheck {

    /** What is looked at, in one word. */
    String name();

    /**
     * What is wrong, in words that everybody may read: no address, no name of a user, no value of a setting. An exception
     * counts as wrong as well; it is logged and not told.
     */
    Optional<String> failure();
}
