package org.solitude.harness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A server's database, with the settings that connect the server to it. */
public interface TestDatabase extends AutoCloseable {

    /** Creates a database with the current schema in the PostgreSQL that all tests share. */
    static TestDatabase create(String name) {
        return Shared.create(name);
    }

    /**
     * Creates a database in the shared PostgreSQL as a server of an earlier version left it: with that version's schema
     * and the rows that it had written.
     *
     * @param version the number of the version's last migration; its rows are {@code /upgrade/V<version>__data.sql}
     */
    static TestDatabase createOfVersion(String name, String version) {
        TestPostgres.shared().createOfVersion(name, version);
        return new Shared(name);
    }

    /**
     * Creates a database without tables in a PostgreSQL of its own, which {@link #close} stops: for a test that looks
     * at a server without its database, or at its first migration.
     */
    static TestDatabase createAlone(String name) {
        return Alone.create(name);
    }

    /** Returns the environment variables that the server's script reads. */
    Map<String, String> settings();

    /** Connects to it, past the server. */
    default Connection connect() throws SQLException {
        Map<String, String> login = settings();
        return DriverManager.getConnection(
                Objects.requireNonNull(login.get("SOLITUDE_DATABASE_URL"), "a database"),
                login.get("SOLITUDE_DATABASE_USER"),
                login.get("SOLITUDE_DATABASE_PASSWORD"));
    }

    /** Migrates its schema to the current one, as a server does when it starts. */
    default void migrate() {
        throw new UnsupportedOperationException("a server migrates this database");
    }

    /** Returns the directory of its files; a server without a database has none. */
    Optional<Path> files();

    @Override
    void close();

    /** Kills its PostgreSQL, which must serve this database alone. */
    default void kill() {
        throw new UnsupportedOperationException("this database shares its PostgreSQL");
    }

    /** Starts its killed PostgreSQL again at the same port. */
    default void restart() {
        throw new UnsupportedOperationException("this database shares its PostgreSQL");
    }

    /** No database: the server is a proxy. */
    record None() implements TestDatabase {
        @Override
        public Map<String, String> settings() {
            return Map.of("SOLITUDE_PROXY", "true");
        }

        @Override
        public Optional<Path> files() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing was started
        }
    }

    /** A database of the shared PostgreSQL; closing it drops it. */
    record Shared(String name) implements TestDatabase {
        private static Shared create(String name) {
            TestPostgres.shared().createMigrated(name);
            return new Shared(name);
        }

        @Override
        public Map<String, String> settings() {
            return TestPostgres.shared().settings(name);
        }

        @Override
        public void migrate() {
            TestPostgres.shared().migrate(name);
        }

        @Override
        public Optional<Path> files() {
            return Optional.of(TestPostgres.shared().directory());
        }

        @Override
        public void close() {
            TestPostgres.shared().drop(name);
        }
    }

    /** The only database of its PostgreSQL; closing it stops the PostgreSQL. */
    record Alone(String name, TestPostgres postgres) implements TestDatabase {
        private static Alone create(String name) {
            TestPostgres postgres = TestPostgres.start("postgres-" + name);
            postgres.create(name);
            return new Alone(name, postgres);
        }

        @Override
        public Map<String, String> settings() {
            return postgres.settings(name);
        }

        @Override
        public Optional<Path> files() {
            return Optional.of(postgres.directory());
        }

        @Override
        public void close() {
            postgres.close();
        }

        @Override
        public void kill() {
            postgres.kill();
        }

        @Override
        public void restart() {
            postgres.restart();
        }
    }
}
