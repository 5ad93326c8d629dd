package org.solitude.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.solitude.server.postgres.EmbeddedPostgres;

/**
 * A PostgreSQL for tests, as durable as the run command's, with a database for each server. It ends with this JVM at
 * the latest. Its directory below {@code ear/target} is the same in every build: a start stops the PostgreSQL that a
 * killed test run left running there, and drops all databases of earlier runs.
 */
final class TestPostgres implements AutoCloseable {
    private static final String TEMPLATE = "template";

    private final EmbeddedPostgres process;
    private final Path directory;

    private TestPostgres(String name) {
        directory = ServerDirectories.directory(name);
        process = EmbeddedPostgres.start(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "stops " + name));
        databases().forEach(this::drop);
    }

    /** Starts a PostgreSQL without databases in a directory of this name. */
    static TestPostgres start(String name) {
        return new TestPostgres(name);
    }

    /** Returns the PostgreSQL of all tests that need none of their own; the first call starts it. */
    static TestPostgres shared() {
        return Shared.INSTANCE;
    }

    /** Returns the directory of its data, its log and its programs. */
    Path directory() {
        return directory;
    }

    /** Returns the environment variables that connect a server to one of its databases. */
    Map<String, String> settings(String database) {
        return Map.of(
                "SOLITUDE_DATABASE_URL", url(database),
                "SOLITUDE_DATABASE_USER", user(),
                "SOLITUDE_DATABASE_PASSWORD", password());
    }

    /** Creates a database without tables. */
    void create(String database) {
        execute("create database " + quoted(database));
    }

    /** Creates a database with the current schema and no rows. */
    void createMigrated(String database) {
        execute("create database " + quoted(database) + " template " + quoted(TEMPLATE));
    }

    /** Creates a database with the schema of an earlier version and the rows that a server of it had written. */
    void createOfVersion(String database, String version) {
        create(database);
        flyway(database).target(version).load().migrate();
        execute(url(database), rowsOf(version));
    }

    /** Migrates a database to the current schema. */
    void migrate(String database) {
        flyway(database).load().migrate();
    }

    /** Drops a database if it exists, and ends its connections. */
    void drop(String database) {
        execute("drop database if exists " + quoted(database) + " with (force)");
    }

    /** Sends SIGKILL to its postmaster. */
    void kill() {
        ProcessHandle.of(process.pid().orElseThrow()).orElseThrow().destroyForcibly();
    }

    /** Starts it again at the same port. */
    void restart() {
        process.restart();
    }

    /** Stops it; does nothing if it is stopped. */
    @Override
    public void close() {
        process.close();
    }

    /** Migrates the schema once for all servers, as each server would at its first start. */
    private void createTemplate() {
        create(TEMPLATE);
        migrate(TEMPLATE);
    }

    private FluentConfiguration flyway(String database) {
        return Flyway.configure().dataSource(url(database), user(), password()).locations("classpath:db/migration");
    }

    private List<String> databases() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select datname from pg_database"
                        + " where not datistemplate and datname not in ('postgres', current_database())")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list the databases in " + directory, e);
        }
        return names;
    }

    private void execute(String sql) {
        execute(setting("SOLITUDE_DATABASE_URL"), sql);
    }

    private void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed in " + directory, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(setting("SOLITUDE_DATABASE_URL"), user(), password());
    }

    private static String rowsOf(String version) {
        String name = "/upgrade/V" + version + "__data.sql";
        try (InputStream script = Objects.requireNonNull(TestPostgres.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + process.port() + "/" + database;
    }

    private String user() {
        return setting("SOLITUDE_DATABASE_USER");
    }

    private String password() {
        return setting("SOLITUDE_DATABASE_PASSWORD");
    }

    private String setting(String name) {
        return Objects.requireNonNull(process.settings().get(name), name);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    /** Starts the shared PostgreSQL when a test first needs it. */
    private static final class Shared {
        static final TestPostgres INSTANCE = withTemplate();

        private static TestPostgres withTemplate() {
            TestPostgres postgres = start("postgres");
            postgres.createTemplate();
            return postgres;
        }
    }
}
