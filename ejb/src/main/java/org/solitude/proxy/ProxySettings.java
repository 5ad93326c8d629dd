package org.solitude.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether this server is a proxy: one whose database is {@code none}. The set-up script reads the same setting and gives it a
 * database in memory, so that everything else about the server is as it always is, until it ends.
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
