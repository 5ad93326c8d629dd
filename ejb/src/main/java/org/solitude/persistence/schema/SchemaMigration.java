package org.solitude.persistence.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Migrates the schema before the first request or message is served: a startup bean runs before both. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    /** Partial indexes hold only the rows that queries look for; H2 has none. */
    private static final Map<String, String> POSTGRESQL = Map.of(
            "binary", "bytea",
            "ended", "where finished is not null",
            "unannounced", "where announced_at is null");

    private static final Map<String, String> H2 = Map.of("binary", "blob", "ended", "", "unannounced", "");

    @Resource(lookup = "java:jboss/datasources/Solitude")
    private DataSource database;

    @PostConstruct
    void migrate() {
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .placeholders(isPostgreSql() ? POSTGRESQL : H2)
                .load()
                .migrate();
    }

    private boolean isPostgreSql() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }
}
