package org.solitude.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The database under the server, and what the server must be told to find it. */
public interface TestDatabase extends AutoCloseable {

    /** Starts the one of this name: {@code h2} or {@code postgresql}. */
    static TestDatabase start(String name) {
        return switch (name) {
            case "h2" -> new H2();
            case "postgresql" -> new PostgreSql();
            default -> throw new IllegalArgumentException("database " + name + " is neither h2 nor postgresql");
        };
    }

    String name();

    /** Environment variables as the server's script reads them. */
    Map<String, String> settings();

    /** Its files, where they lie outside of the server's own directory. */
    Optional<Path> files();

    @Override
    void close();

    /** Lives inside the server: a file in its data directory. */
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
            // it ends with the server
        }
    }

    /** Nothing is kept: the server is a proxy. */
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
            // it ends with the server
        }
    }

    /** A real PostgreSQL 18 of our own, durable as in production, on a free port. */
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
                throw new UncheckedIOException("PostgreSQL does not start", e);
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
                throw new UncheckedIOException("PostgreSQL does not stop", e);
            }
        }
    }
}
