package org.solitude.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells whether this server is a proxy: its database is {@code none}. The set-up script reads the same setting and
 * configures an in-memory database, so that the rest of the server works as usual.
 */
@ApplicationScoped
public class ProxySettings {

    private static final String NONE = "none";

    @Inject
    @ConfigProperty(name = "solitude.database", defaultValue = "h2")
    private String database;

    public boolean isProxy() {
        return database.equals(NONE);
    }
}
