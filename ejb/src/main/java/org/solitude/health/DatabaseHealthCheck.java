package org.solitude.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Checks that the pool has a connection and that the database answers. */
@ApplicationScoped
public class DatabaseHealthCheck implements HealthCheck {

    private static final int TIMEOUT_SECONDS = 5;

    @Resource(lookup = "java:jboss/datasources/Solitude")
    private DataSource database;

    @Override
    public String name() {
        return "database";
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
