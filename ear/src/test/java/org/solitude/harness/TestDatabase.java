package org.solitude.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A server's database, with the settings that connect the server to it. */
public interface TestDatabase extends AutoCloseable {

    /**
     * Starts a database.
     *
     * @param name {@code h2} or {@code postgresql}
     */
    static TestDatabase start(String name) {
        return switch (name) {
            case "h2" -> new H2();
            case "postgresql" -> new PostgreSql();
            default -> throw new IllegalArgumentException("database " + name + " is neither h2 nor postgresql");
        };
    }

    String name();

    /** Returns the environment variables that the server's script reads. */
    Map<String, String> settings();

    /** Returns the directory of its files, if that is outside of the server's directory. */
    Optional<Path> files();

    @Override
    void close();

    /** H2 in the server's process, with its file in the server's data directory. */
    record H2() implements TestDatabase {
        @Override
        public String name() {
            return "h2";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("SOLITUDE_DATABASE", "h2");
        }

        @Override
        public Optional<Path> files() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing to stop outside of the server
        }
    }

    /** No database: the server is a proxy. */
    record None() implements TestDatabase {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("SOLITUDE_DATABASE", "none");
        }

        @Override
        public Optional<Path> files() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing to stop outside of the server
        }
    }

    /** A real PostgreSQL 18 on a free port, with durable commits as in production. */
    final class PostgreSql implements TestDatabase {
        private final Path directory;
        private final EmbeddedPostgres process;

        PostgreSql() {
            try {
                directory = Files.createTempDirectory("solitude-postgresql");
                process = EmbeddedPostgres.builder()
                        .setDataDirectory(directory.resolve("data"))
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL failed to start", e);
            }
        }

        @Override
        public String name() {
            return "postgresql";
        }

        @Override
        public Optional<Path> files() {
            return Optional.of(directory);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "SOLITUDE_DATABASE", "postgresql",
                    "SOLITUDE_DATABASE_URL", "jdbc:postgresql://localhost:" + process.getPort() + "/postgres",
                    "SOLITUDE_DATABASE_USER", "postgres",
                    "SOLITUDE_DATABASE_PASSWORD", "postgres");
        }

        @Override
        public void close() {
            try {
                process.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL failed to stop", e);
            }
        }
    }
}
