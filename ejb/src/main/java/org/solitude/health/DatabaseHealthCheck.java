package org.solitude.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.solitude.proxy.ProxySettings;

/** Checks that the pool has a connection and that the database answers. */
@ApplicationScoped
public class DatabaseHealthCheck implements HealthCheck {

    private static final int TIMEOUT_SECONDS = 5;

    @Resource(lookup = "java:jboss/datasources/Solitude")
    private DataSource database;

    @Inject
    private ProxySettings proxy;

    @Override
    public String name() {
        return "database";
    }

    /** A proxy has no database. */
    @Override
    public boolean applies() {
        return !proxy.isProxy();
    }

    @Override
    public Optional<String> failure() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS) ? Optional.empty() : Optional.of("does not answer");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be connected", e);
        }
    }
}
